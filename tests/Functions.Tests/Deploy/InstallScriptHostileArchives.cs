using System.Runtime.Versioning;
using BlueGreenServerless.Plans;
using BlueGreenServerless.Testing.Archives;
using BlueGreenServerless.Testing.Hosts;

namespace BlueGreenServerless.Functions.Tests.Deploy;

public sealed class InstallScriptHostileArchives
{
    public static TheoryData<string> Names => [.. HostileArchives.Names];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task A_hostile_archive_is_refused_and_leaves_nothing(string name)
    {
        using var host = new ScriptHost();
        var hooks = new HooksPlan { Install = ["touch \"$TRACE\""], Start = ["touch \"$TRACE\""] };

        var run = await Install.RunAsync(host, "r1", HostileArchives.Make(name), hooks);

        Assert.True(run.ExitCode == 65, $"{run.ExitCode}: {run.Output}");
        Assert.Contains("The artifact ", run.Output, StringComparison.Ordinal);
        Assert.Equal([host.Artifact, host.Install], Directory.GetFileSystemEntries(host.Around).Order(StringComparer.Ordinal));
        Assert.Empty(Directory.GetFileSystemEntries(host.Below("releases")));
        Assert.Null(host.Current);
    }

    [Fact]
    public async Task A_wrong_digest_is_refused_before_anything_is_unpacked()
    {
        using var host = new ScriptHost();
        var script = Install.Script(host, "r1");
        File.AppendAllText(host.Artifact, "x");

        var run = await host.RunAsync(script);

        Assert.Equal(65, run.ExitCode);
        Assert.Contains("not the announced", run.Output, StringComparison.Ordinal);
        Assert.Empty(Directory.GetFileSystemEntries(host.Below("releases")));
    }

    [Fact]
    public async Task A_missing_artifact_is_said()
    {
        using var host = new ScriptHost();

        var run = await host.RunAsync(Install.Script(host, "r1"), host.Artifact + ".missing");

        Assert.Equal(66, run.ExitCode);
        Assert.Contains(".missing' is not on this host", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    [SupportedOSPlatform("linux")]
    public async Task Setuid_bits_are_not_unpacked()
    {
        using var host = new ScriptHost();
        var all = UnixFileMode.SetUser | UnixFileMode.SetGroup | UnixFileMode.UserRead | UnixFileMode.UserExecute | UnixFileMode.OtherWrite;

        var run = await Install.RunAsync(host, "r1", new TarFile().File("tool", "x", all).Gzipped());

        Assert.Equal(0, run.ExitCode);
        Assert.Equal(UnixFileMode.None, File.GetUnixFileMode(host.Below("current", "tool")) & (UnixFileMode.SetUser | UnixFileMode.SetGroup | UnixFileMode.OtherWrite));
    }

    [Fact]
    public async Task Links_that_stay_inside_are_kept()
    {
        using var host = new ScriptHost();
        var tar = new TarFile().Directory("./a b/").File("./a b/f", "here").Link("./a b/l", "../a b/f").Link("top", "a b").HardLink("h", "./a b/f").File("n\nl");

        var run = await Install.RunAsync(host, "r1", tar.Gzipped());

        Assert.True(run.ExitCode == 0, run.Output);
        Assert.Equal("here", File.ReadAllText(host.Below("current", "top", "l")));
        Assert.Equal("here", File.ReadAllText(host.Below("current", "h")));
    }
}
