using System.Text;

namespace BlueGreenServerless.Configuration.Tests;

/// <summary>
/// A file that must be refused. Its first lines say how: <c># expect: 3:5 unknown key 'helth' …</c>, one per fault, with
/// the place and the whole message.
/// </summary>
internal sealed class CorpusFile(string path)
{
    private static readonly byte[] Mark = Encoding.ASCII.GetBytes("# expect: ");

    public string Path { get; } = path;

    public IReadOnlyList<string> Expected() =>
        [.. Split(File.ReadAllBytes(Path)).Header.Select(line => Encoding.UTF8.GetString(line)[Mark.Length..])];

    public static string Line(Fault fault) => $"{fault.Line}:{fault.Column} {fault.Message}";

    /// <summary>Writes the first lines as the reader says now. The lines themselves move the places, so their number must come to rest.</summary>
    public void Update(Func<string, ConfigurationResult> read)
    {
        var body = Split(File.ReadAllBytes(Path)).Body;
        var header = Array.Empty<string>();
        for (var lines = -1; lines != header.Length;)
        {
            lines = header.Length;
            File.WriteAllBytes(Path, [.. Encoding.UTF8.GetBytes(string.Concat(header.Select(line => $"# expect: {line}\n"))), .. body]);
            header = [.. read(Path).Faults.Select(Line)];
        }

        File.WriteAllBytes(Path, [.. Encoding.UTF8.GetBytes(string.Concat(header.Select(line => $"# expect: {line}\n"))), .. body]);
    }

    private static (List<byte[]> Header, byte[] Body) Split(byte[] bytes)
    {
        var header = new List<byte[]>();
        var start = 0;
        while (bytes.AsSpan(start).StartsWith(Mark))
        {
            var end = start + bytes.AsSpan(start).IndexOf((byte)'\n');
            header.Add(bytes[start..end]);
            start = end + 1;
        }

        return (header, bytes[start..]);
    }
}
