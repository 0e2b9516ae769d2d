using System.Globalization;
using System.IO.Enumeration;

namespace BlueGreenServerless.Testing.Secrets;

/// <summary>
/// Looks at the command lines of all processes again and again. One that is new is read at each of its first looks, because it may be
/// between its fork and its exec; an old one now and then.
/// </summary>
public sealed class CommandLines(SecretMark mark, SearchRecord record)
{
    private const int LooksAtNew = 8;
    private const int LooksBetween = 40;

    private Dictionary<int, Known> known = [];

    /// <summary>Command lines that were read and had not been read before.</summary>
    public long Different { get; private set; }

    public long Looks { get; private set; }

    public void Look()
    {
        var now = new Dictionary<int, Known>(known.Count);
        foreach (var id in Processes())
        {
            now[id] = Seen(id, known.GetValueOrDefault(id));
        }

        known = now;
        Looks++;
    }

    private Known Seen(int id, Known before)
    {
        if (before.Looks >= LooksAtNew && before.Looks % LooksBetween != 0)
        {
            return before with { Looks = before.Looks + 1 };
        }

        var line = Read(id);
        if (line.Length > 0 && line != before.Line)
        {
            Different++;
            Search(id, line);
        }

        return new Known(line, before.Looks + 1);
    }

    private void Search(int id, string line)
    {
        if (mark.IsIn(line))
        {
            record.Found(string.Create(CultureInfo.InvariantCulture, $"the command line of process {id}: {line[..Math.Min(line.Length, 4000)].Replace('\0', ' ')}"));
        }
    }

    private static FileSystemEnumerable<int> Processes() => new("/proc", static (ref entry) => int.Parse(entry.FileName, NumberStyles.None, CultureInfo.InvariantCulture))
    {
        ShouldIncludePredicate = static (ref entry) => char.IsAsciiDigit(entry.FileName[0]),
    };

    /// <summary>Nothing for a process that has ended, or that has no command line.</summary>
    private static string Read(int id)
    {
        try
        {
            return File.ReadAllText($"/proc/{id}/cmdline");
        }
        catch (Exception ended) when (ended is IOException or UnauthorizedAccessException)
        {
            return "";
        }
    }

    private readonly record struct Known(string? Line, int Looks);
}
