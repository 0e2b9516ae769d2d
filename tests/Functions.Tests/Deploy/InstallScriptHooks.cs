using System.Diagnostics;
using System.Globalization;
using BlueGreenServerless.Plans;
using BlueGreenServerless.Testing.Hosts;

namespace BlueGreenServerless.Functions.Tests.Deploy;

public sealed class InstallScriptHooks : IDisposable
{
    private readonly ScriptHost host = new();

    [Fact]
    public async Task A_failing_install_hook_leaves_the_current_release_running()
    {
        await Install.RunAsync(host, "r1");
        var hooks = Install.Traced with { Install = ["echo no carton; exit 7"] };

        var run = await Install.RunAsync(host, "r2", hooks: hooks);

        Assert.Equal(7, run.ExitCode);
        Assert.Contains("  | no carton", run.Output, StringComparison.Ordinal);
        Assert.Contains("The hook 'install' ended with exit code 7: 'echo no carton; exit 7'", run.Output, StringComparison.Ordinal);
        Assert.Empty(host.TraceLines);
        Assert.Equal("releases/r1", host.Current);
    }

    [Fact]
    public async Task A_release_whose_start_failed_is_stopped_and_started_again_by_the_next_run()
    {
        await Install.RunAsync(host, "r1");
        var failed = await Install.RunAsync(host, "r2", hooks: Install.Traced with { Start = ["exit 3"] });
        var again = await Install.RunAsync(host, "r2", hooks: Install.Traced);

        Assert.Equal(3, failed.ExitCode);
        Assert.Equal(0, again.ExitCode);
        Assert.Equal(
            ["install r2 previous=r1", "stop r1 previous=r1", "install r2 previous=r1", "stop r2 previous=r1", "start r2 previous=r1", "verify r2 previous=r1"],
            host.TraceLines);
    }

    [Fact]
    public async Task A_daemon_keeps_neither_the_output_nor_the_lock()
    {
        var daemon = host.Below("pid");
        var hooks = new HooksPlan { Start = [$"sleep 300 & echo $! > {daemon}"] };

        var run = await Install.RunAsync(host, "r1", hooks: hooks);
        using var running = Process.GetProcessById(int.Parse(await File.ReadAllTextAsync(daemon), CultureInfo.InvariantCulture));
        using var other = Process.Start("flock", ["-n", host.Below(".bluegreen.lock"), "true"]);
        await other.WaitForExitAsync();
        running.Kill();

        Assert.Equal(0, run.ExitCode);
        Assert.Equal(0, other.ExitCode);
    }

    [Fact]
    public async Task Hooks_know_the_release_and_not_the_artifact()
    {
        var hooks = new HooksPlan { Start = ["env > \"$TRACE\"; cat >> \"$TRACE\""] };

        await Install.RunAsync(host, "r1", hooks: hooks, version: "2.0");

        var ours = host.TraceLines.Where(line => line.StartsWith("BLUEGREEN_", StringComparison.Ordinal)).Order(StringComparer.Ordinal);
        Assert.Equal(
            [
                "BLUEGREEN_APP=shop", "BLUEGREEN_COLOR=green", $"BLUEGREEN_DIRECTORY={host.Install}", "BLUEGREEN_HOST=g1",
                "BLUEGREEN_PREVIOUS=", "BLUEGREEN_RELEASE=r1", "BLUEGREEN_VERSION=2.0",
            ],
            ours);
    }

    [Fact]
    public async Task Much_output_is_cut_and_kept_whole_in_the_log()
    {
        var hooks = new HooksPlan { Start = ["seq 1 100000"] };

        var run = await Install.RunAsync(host, "r1", hooks: hooks);

        Assert.InRange(run.Output.Length, 1, 2000);
        Assert.Contains("  | 100000", run.Output, StringComparison.Ordinal);
        Assert.True(new FileInfo(host.Below("releases", "r1.log")).Length > 500_000);
    }

    [Theory]
    [InlineData("$(touch pwned)")]
    [InlineData("`touch pwned`")]
    [InlineData("'; touch pwned; '")]
    [InlineData("\"; touch pwned; \"")]
    [InlineData("\\'; touch pwned #")]
    [InlineData("a\ntouch pwned\n")]
    [InlineData("${IFS}&&touch pwned")]
    [InlineData("-rf *")]
    [InlineData("é 漢 \t !")]
    public async Task Nothing_from_outside_is_run(string text)
    {
        var hooks = new HooksPlan { Start = ["printf %s \"$BLUEGREEN_VERSION\" > \"$TRACE\""] };

        var run = await Install.RunAsync(host, "r1", hooks: hooks, version: text);

        Assert.True(run.ExitCode == 0, run.Output);
        Assert.Equal(text, await File.ReadAllTextAsync(host.Trace));
        Assert.Empty(Directory.GetFiles(host.Around, "pwned", SearchOption.AllDirectories));
    }

    public void Dispose() => host.Dispose();
}
