using System.Diagnostics;
using System.Globalization;
using BlueGreenServerless.Plans;
using BlueGreenServerless.Testing.Archives;
using BlueGreenServerless.Testing.Hosts;

namespace BlueGreenServerless.Functions.Tests.Deploy;

public sealed class InstallScriptRuns : IDisposable
{
    private readonly ScriptHost host = new();

    [Fact]
    public async Task The_first_release_installs_starts_and_verifies_and_stops_nothing()
    {
        var run = await Install.RunAsync(host, "r1", hooks: Install.Traced);

        Assert.True(run.ExitCode == 0, run.Output);
        Assert.Equal(["install r1 previous=", "start r1 previous=", "verify r1 previous="], host.TraceLines);
        Assert.Equal("releases/r1", host.Current);
        Assert.Equal("v1", File.ReadAllText(host.Below("current", "app.txt")));
    }

    [Fact]
    public async Task The_next_release_stops_the_current_one_after_its_own_installation()
    {
        await Install.RunAsync(host, "r1");
        var run = await Install.RunAsync(host, "r2", hooks: Install.Traced);

        Assert.True(run.ExitCode == 0, run.Output);
        Assert.Equal(["install r2 previous=r1", "stop r1 previous=r1", "start r2 previous=r1", "verify r2 previous=r1"], host.TraceLines);
        Assert.Equal("releases/r2", host.Current);
    }

    [Fact]
    public async Task A_release_that_is_current_and_verified_is_not_touched()
    {
        var script = Install.Script(host, "r1", hooks: Install.Traced);
        await host.RunAsync(script);
        File.Delete(host.Artifact);

        var again = await host.RunAsync(script);

        Assert.Equal(0, again.ExitCode);
        Assert.Contains("is current in", again.Output, StringComparison.Ordinal);
        Assert.Equal(3, host.TraceLines.Count);
    }

    [Theory]
    [InlineData("tar", "cf")]
    [InlineData("gzip", "czf")]
    [InlineData("xz", "cJf")]
    [InlineData("zstd", "c --zstd -f")]
    public async Task Every_kind_of_tar_is_unpacked(string kind, string flags)
    {
        using var packed = Process.Start("bash", ["-c", $"cd {host.Around} && mkdir d && echo {kind} > d/f && tar {flags} artifact d && rm -r d"]);
        await packed.WaitForExitAsync();

        var run = await Install.RunAsync(host, "r1", await File.ReadAllBytesAsync(host.Artifact));

        Assert.True(run.ExitCode == 0, run.Output);
        Assert.Equal(kind + "\n", await File.ReadAllTextAsync(host.Below("current", "d", "f")));
    }

    [Fact]
    public async Task A_zip_file_is_unpacked()
    {
        var run = await Install.RunAsync(host, "r1", new ZipFile().File("d/f", "zip").File("d/a name", "x").Bytes());

        Assert.True(run.ExitCode == 0, run.Output);
        Assert.Equal("zip", await File.ReadAllTextAsync(host.Below("current", "d", "f")));
    }

    [Fact]
    public async Task Two_runs_at_once_install_once_one_after_the_other()
    {
        var hooks = new HooksPlan { Install = ["echo begin >> \"$TRACE\"; sleep 0.3; echo end >> \"$TRACE\""] };
        var script = Install.Script(host, "r1", hooks: hooks);

        using var first = host.Start(script);
        using var second = host.Start(script);
        var runs = await Task.WhenAll(ScriptHost.EndAsync(first), ScriptHost.EndAsync(second));

        Assert.All(runs, run => Assert.True(run.ExitCode == 0, run.Output));
        Assert.Equal(["begin", "end"], host.TraceLines);
    }

    [Fact]
    public async Task A_busy_lock_is_waited_for_only_so_long()
    {
        Directory.CreateDirectory(host.Install);
        using var holder = Process.Start("flock", [host.Below(".bluegreen.lock"), "sleep", "60"]);
        var script = Install.Script(host, "r1").Replace("lock_wait=600", "lock_wait=1", StringComparison.Ordinal);
        await Eventually.HoldsAsync(() => File.Exists(host.Below(".bluegreen.lock")));

        var run = await host.RunAsync(script);
        holder.Kill(entireProcessTree: true);

        Assert.Equal(75, run.ExitCode);
        Assert.Contains("more than 1 seconds", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Old_releases_are_pruned_but_not_the_current_and_the_previous_one()
    {
        foreach (var number in Enumerable.Range(1, 4))
        {
            var run = await Install.RunAsync(host, string.Create(CultureInfo.InvariantCulture, $"r{number}"), hooks: new HooksPlan { Start = ["chmod -R a-w ."] });
            Assert.True(run.ExitCode == 0, run.Output);
        }

        Assert.Equal(["r3", "r3.log", "r4", "r4.log"], Directory.GetFileSystemEntries(host.Below("releases")).Select(Path.GetFileName).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_directory_named_current_is_said_before_anything_happens()
    {
        Directory.CreateDirectory(host.Below("current"));

        var run = await Install.RunAsync(host, "r1", hooks: Install.Traced);

        Assert.Equal(73, run.ExitCode);
        Assert.Contains("is not a symbolic link", run.Output, StringComparison.Ordinal);
        Assert.Empty(host.TraceLines);
    }

    [Fact]
    public async Task The_beginning_of_a_script_does_nothing()
    {
        var script = Install.Script(host, "r1");

        var run = await host.RunAsync(script[..script.LastIndexOf("main", StringComparison.Ordinal)]);

        Assert.Equal(0, run.ExitCode);
        Assert.Empty(Directory.GetFileSystemEntries(host.Install));
    }

    public void Dispose() => host.Dispose();
}
