using System.Diagnostics;

namespace BlueGreenServerless.Testing.Hosts;

/// <summary>Ends what still runs in a directory of ours: daemons that a release or a killed command left there.</summary>
public static class LeftProcesses
{
    public static IReadOnlyList<int> In(string directory) =>
        [.. Process.GetProcesses().Select(process => process.Id).Where(id => id != Environment.ProcessId && IsIn(id, directory))];

    public static void Kill(string directory)
    {
        foreach (var id in In(directory))
        {
            try
            {
                using var process = Process.GetProcessById(id);
                process.Kill();
                process.WaitForExit();
            }
            catch (ArgumentException)
            {
                // it has ended by itself between the two calls, which is what we want
            }
        }
    }

    private static bool IsIn(int id, string directory)
    {
        try
        {
            var command = File.ReadAllText($"/proc/{id}/cmdline");
            var working = new FileInfo($"/proc/{id}/cwd").LinkTarget;
            return command.Contains(directory, StringComparison.Ordinal) || (working?.StartsWith(directory, StringComparison.Ordinal) ?? false);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }
}
