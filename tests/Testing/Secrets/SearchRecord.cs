using System.Globalization;

namespace BlueGreenServerless.Testing.Secrets;

/// <summary>
/// What the test processes of one run found and how much they searched. A folder of files, to which each process appends lines in files of its
/// own, so that they need to know nothing of each other.
/// </summary>
public sealed class SearchRecord(string folder)
{
    private static readonly Lock Writing = new();

    private string MarkFile => Path.Combine(folder, "mark");

    public SecretMark Mark() => new(File.ReadAllText(MarkFile).Trim());

    public void Begin(SecretMark mark) => File.WriteAllText(MarkFile, mark.Text);

    public void Used(string secret) => Append("secrets", secret);

    public void Found(string what) => Append("found", what.ReplaceLineEndings(" "));

    /// <param name="what">For example <c>files</c>.</param>
    public void Searched(string what, long count) => Append("searched", string.Create(CultureInfo.InvariantCulture, $"{what} {count}"));

    public IReadOnlyList<string> Secrets() => Distinct("secrets");

    public IReadOnlyList<string> Findings() => Distinct("found");

    public long CountOf(string what) => Lines("searched").Select(line => line.Split(' ')).Where(parts => parts[0] == what).Sum(parts => long.Parse(parts[1], CultureInfo.InvariantCulture));

    private List<string> Distinct(string name) => [.. Lines(name).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];

    private IEnumerable<string> Lines(string name) => Directory.EnumerateFiles(folder, name + ".*").SelectMany(File.ReadLines);

    private void Append(string name, string line)
    {
        lock (Writing)
        {
            File.AppendAllText(Path.Combine(folder, string.Create(CultureInfo.InvariantCulture, $"{name}.{Environment.ProcessId}")), line + "\n");
        }
    }
}
