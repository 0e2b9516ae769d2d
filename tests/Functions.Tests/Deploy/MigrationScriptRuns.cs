using BlueGreenServerless.Functions.Deploy;
using BlueGreenServerless.Testing.Hosts;

namespace BlueGreenServerless.Functions.Tests.Deploy;

public sealed class MigrationScriptRuns : IDisposable
{
    private readonly ScriptHost host = new();

    [Fact]
    public async Task Expand_runs_once_in_the_new_release_which_is_not_yet_current()
    {
        await Install.RunAsync(host, "r1");
        var first = await RunAsync("r2", "expand", Install.Trace("expand"));
        var second = await RunAsync("r2", "expand", Install.Trace("expand"));

        Assert.True(first.ExitCode == 0, first.Output);
        Assert.Equal(0, second.ExitCode);
        Assert.Equal(["expand r2 previous=r1"], host.TraceLines);
        Assert.Equal("releases/r1", host.Current);
    }

    [Fact]
    public async Task A_failed_expand_runs_again()
    {
        var failed = await RunAsync("r1", "expand", "exit 9");
        var again = await RunAsync("r1", "expand", Install.Trace("expand"));

        Assert.Equal(9, failed.ExitCode);
        Assert.Contains("The hook 'expand' ended with exit code 9", failed.Output, StringComparison.Ordinal);
        Assert.Equal(0, again.ExitCode);
        Assert.Single(host.TraceLines);
    }

    [Fact]
    public async Task Install_uses_what_expand_has_unpacked()
    {
        await RunAsync("r1", "expand", "touch made-by-expand");

        var run = await Install.RunAsync(host, "r1");

        Assert.Equal(0, run.ExitCode);
        Assert.True(File.Exists(host.Below("current", "made-by-expand")));
    }

    [Fact]
    public async Task Contract_runs_once_in_the_current_release_without_an_artifact()
    {
        await Install.RunAsync(host, "r1");
        var first = await RunAsync("r1", "contract", Install.Trace("contract"), host.Artifact + ".missing");
        var second = await RunAsync("r1", "contract", Install.Trace("contract"), host.Artifact + ".missing");

        Assert.True(first.ExitCode == 0, first.Output);
        Assert.Equal(0, second.ExitCode);
        Assert.Equal(["contract r1 previous=r1"], host.TraceLines);
    }

    [Fact]
    public async Task Contract_is_refused_when_another_release_is_current()
    {
        await Install.RunAsync(host, "r1");
        await Install.RunAsync(host, "r2");

        var run = await RunAsync("r1", "contract", Install.Trace("contract"));

        Assert.Equal(66, run.ExitCode);
        Assert.Contains("is 'r2', not 'r1'", run.Output, StringComparison.Ordinal);
        Assert.Empty(host.TraceLines);
    }

    [Fact]
    public void An_unknown_migration_is_our_bug() =>
        Assert.Throws<ArgumentException>(() => MigrationScript.Render(Install.Header("r1", new string('0', 64)), Install.Plan(host), "other", "true"));

    public void Dispose() => host.Dispose();

    private Task<ScriptRun> RunAsync(string id, string name, string command, string artifact = "") =>
        host.RunAsync(MigrationScript.Render(Install.Header(id, host.Deliver(Install.App)), Install.Plan(host), name, command), artifact);
}
