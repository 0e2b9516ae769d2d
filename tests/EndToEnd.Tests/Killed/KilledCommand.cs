using System.Diagnostics;
using BlueGreenServerless.EndToEnd.Tests.Cli;
using BlueGreenServerless.Testing.Sites;

namespace BlueGreenServerless.EndToEnd.Tests.Killed;

/// <summary>The real command, ended by SIGKILL right after the Nth record of its journal has become durable.</summary>
internal static class KilledCommand
{
    private const int Killed = 128 + 9;

    private static readonly Lazy<Task<string>> Preload = new(CompileAsync);

    /// <summary>Runs a release to its end and says how many records its journal got.</summary>
    public static async Task<int> CountRecordsAsync(ReleaseSite site, string artifact)
    {
        var file = Path.Combine(site.Folder, "records");
        var code = await RunAsync(site, artifact, ("KILL_COUNT_FILE", file));
        Assert.Equal(0, code);
        return int.Parse(await File.ReadAllTextAsync(file));
    }

    /// <returns>True when it was killed; false when it had ended before that record.</returns>
    public static async Task<bool> ReleaseAsync(ReleaseSite site, string artifact, int killAt) =>
        await RunAsync(site, artifact, ("KILL_AT", $"{killAt}")) == Killed;

    private static async Task<int> RunAsync(ReleaseSite site, string artifact, (string Name, string Value) how)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "bluegreen.dll"), "release", artifact])
        {
            WorkingDirectory = site.Folder, RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false,
        };
        start.Environment["LD_PRELOAD"] = await Preload.Value;
        start.Environment["KILL_FILE"] = "journal.db";
        start.Environment[how.Name] = how.Value;
        using var process = Process.Start(start)!;
        await Task.WhenAll(process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync(), process.WaitForExitAsync());
        return process.ExitCode;
    }

    private static async Task<string> CompileAsync()
    {
        var library = Path.Combine(AppContext.BaseDirectory, "kill-at-sync.so");
        await SiteProcess.RunAsync(
            "gcc", ["-shared", "-fPIC", "-O2", "-Wall", "-Werror", "-o", library, Repository.Path("tests", "EndToEnd.Tests", "Killed", "kill-at-sync.c"), "-ldl"]);
        return library;
    }
}
