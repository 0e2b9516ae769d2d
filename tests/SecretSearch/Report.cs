using System.Globalization;
using BlueGreenServerless.Testing.Secrets;

namespace BlueGreenServerless.SecretSearch;

/// <summary>Searches what the run printed and left behind, and sums up what its processes searched.</summary>
/// <param name="isWhole">All tests have run, so that there must be some of everything.</param>
internal sealed class Report(SearchRecord record, bool isWhole)
{
    /// <summary>1 when a secret was found, or when nothing was searched.</summary>
    /// <param name="paths">Files that were printed to; a directory is what is left in it.</param>
    public int Say(IReadOnlyList<string> paths)
    {
        var search = new LeakSearch(record.Mark(), record);
        var lines = paths.Where(File.Exists).Sum(Lines);
        foreach (var directory in paths.Where(Directory.Exists))
        {
            search.Files(directory);
        }

        search.Save();
        var (found, numbers) = (record.Findings(), Numbers(lines));
        Console.WriteLine($"  secrets: {string.Join(", ", numbers.Select(number => string.Create(CultureInfo.InvariantCulture, $"{number.Count:N0} {number.What}")))} searched, {found.Count} found");
        foreach (var place in found)
        {
            Console.Error.WriteLine($"  SECRET in {place}");
        }

        var missing = isWhole ? [.. numbers.Where(number => number.Count == 0).Select(number => number.What)] : Array.Empty<string>();
        Console.Error.Write(missing.Length > 0 ? $"  The search for secrets saw no {string.Join(", no ", missing)}: it does not work.\n" : "");
        return found.Count > 0 || missing.Length > 0 ? 1 : 0;
    }

    private (string What, long Count)[] Numbers(long lines) =>
    [
        ("marked values", record.Secrets().Count), ("files", record.CountOf("files")), ("requests", record.CountOf("requests")), ("outputs and logs", record.CountOf("texts")),
        ("errors", record.CountOf("errors")), ("command lines", record.CountOf("command-lines")), ("looks at the process list", record.CountOf("looks")), ("lines of output", lines),
    ];

    private long Lines(string file)
    {
        var mark = record.Mark();
        long count = 0;
        foreach (var line in File.ReadLines(file))
        {
            count++;
            if (mark.IsIn(line))
            {
                record.Found($"the output {Path.GetFileName(file)}: {line}");
            }
        }

        return count;
    }
}
