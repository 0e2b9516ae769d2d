using BlueGreenServerless.Testing.Cli;
using BlueGreenServerless.Testing.Hosts;
using BlueGreenServerless.Testing.Net;
using BlueGreenServerless.Testing.Sites;

namespace BlueGreenServerless.EndToEnd.Tests.Cli;

public sealed class SetupTests
{
    [Fact]
    public async Task Setup_writes_a_configuration_that_haproxy_accepts_and_may_run_twice()
    {
        using var directory = Prepared();

        var first = await Bluegreen.RunAsync(directory.Path, "setup");
        var again = await Bluegreen.RunAsync(directory.Path, "setup");

        Assert.True((first.Code, again.Code) == (0, 0), first.Output + first.Errors + again.Errors);
        Assert.Contains("haproxy -W -S", first.Output, StringComparison.Ordinal);
        Assert.Equal("green_pct 0\n", await File.ReadAllTextAsync(directory.Below("lb", "split.map")));
        await SiteProcess.RunAsync("haproxy", ["-c", "-q", "-f", directory.Below("lb", "haproxy.cfg")]);
    }

    [Fact]
    public async Task Setup_leaves_a_configuration_of_somebody_else_alone()
    {
        using var directory = Prepared();
        await File.WriteAllTextAsync(directory.Below("lb", "haproxy.cfg"), "# mine\n");

        var refused = await Bluegreen.RunAsync(directory.Path, "setup");

        Assert.Equal(1, refused.Code);
        Assert.Contains("haproxy.cfg", refused.Errors, StringComparison.Ordinal);
        Assert.Equal("# mine\n", await File.ReadAllTextAsync(directory.Below("lb", "haproxy.cfg")));
    }

    private static TemporaryDirectory Prepared()
    {
        var directory = new TemporaryDirectory();
        Directory.CreateDirectory(directory.Below("lb"));
        File.WriteAllText(directory.Below("bluegreen.yaml"), new SitePlan().Yaml(directory.Path, FreePort.Next(3)));
        return directory;
    }
}
