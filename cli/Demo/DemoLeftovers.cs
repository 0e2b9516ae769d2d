using System.Diagnostics;

namespace BlueGreenServerless.Cli.Demo;

/// <summary>Processes that work in a directory: whatever the demo or a release's hooks started there and nobody stopped.</summary>
internal static class DemoLeftovers
{
    public static IEnumerable<Process> Below(string directory) =>
        from entry in Directory.EnumerateDirectories("/proc")
        let id = int.TryParse(Path.GetFileName(entry), out var number) ? number : 0
        where id > 0 && id != Environment.ProcessId && WorksBelow(entry, directory)
        let process = Find(id)
        where process is not null
        select process;

    private static bool WorksBelow(string entry, string directory)
    {
        try
        {
            return new FileInfo(Path.Combine(entry, "cwd")).LinkTarget is { } place
                && (place == directory || place.StartsWith(directory + "/", StringComparison.Ordinal));
        }
        catch (Exception gone) when (gone is IOException or UnauthorizedAccessException)
        {
            // It ended while we looked, or belongs to somebody else.
            return false;
        }
    }

    private static Process? Find(int id)
    {
        try
        {
            return Process.GetProcessById(id);
        }
        catch (ArgumentException)
        {
            return null;
        }
    }
}
