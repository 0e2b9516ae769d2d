using System.Text;

namespace BlueGreenServerless.Providers.HAProxy;

/// <summary>Lines of a configuration, indented below their section.</summary>
internal sealed class HaproxyLines
{
    private readonly StringBuilder text = new();

    public static string Milliseconds(TimeSpan time) => $"{(long)time.TotalMilliseconds}ms";

    public void Section(string name) => text.Append('\n').Append(name).Append('\n');

    public void Add(string line) => text.Append("    ").Append(line).Append('\n');

    public void Comment(string why) => Add($"# {why}");

    public void AddIf(bool condition, string line)
    {
        if (condition)
        {
            Add(line);
        }
    }

    public override string ToString() => text.ToString();
}
