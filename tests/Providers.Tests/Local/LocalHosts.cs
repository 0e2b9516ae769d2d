using BlueGreenServerless.Documents;
using BlueGreenServerless.Failures;
using BlueGreenServerless.Ports;
using BlueGreenServerless.Providers.Local;
using BlueGreenServerless.Testing.Hosts;
using BlueGreenServerless.Testing.Secrets;
using BlueGreenServerless.Traffic;
using BlueGreenServerless.Verdicts;

namespace BlueGreenServerless.Providers.Tests.Local;

public sealed class LocalHosts : IDisposable
{
    private readonly TemporaryDirectory directory = new();

    private string Trace => directory.Below("trace");

    [Fact]
    public async Task Every_host_has_its_directory_its_variables_and_no_secret_of_ours()
    {
        Environment.SetEnvironmentVariable("BLUEGREEN_TEST_SECRET", MarkedSecret.Of(SecretNames.Variable));
        var hosts = Hosts("""{ "green": ["/srv/g1", "two=/srv/g2"], "settings": { "two": { "env": { "PORT": "8082" } } } }""");

        var run = await Commands.RunAsync(hosts, Commands.Command($"echo \"$(env | grep -E '^(BLUEGREEN|PORT)' | sort | tr '\\n' ' ')\" >> {Trace}", Color.Green));

        Assert.Equal((CommandVerdict.Succeeded, 2), (run.Verdict, run.Succeeded));
        Assert.Equal(
            ["BLUEGREEN_COLOR=green BLUEGREEN_DIRECTORY=/srv/g1 BLUEGREEN_HOST=g1 ", "BLUEGREEN_COLOR=green BLUEGREEN_DIRECTORY=/srv/g2 BLUEGREEN_HOST=two PORT=8082 "],
            (await File.ReadAllLinesAsync(Trace)).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task The_artifact_is_used_where_it_lies()
    {
        var artifact = new Artifact(new Uri(directory.Write("a b.tar", "x"u8)), "1.0");

        var run = await Commands.RunAsync(Hosts("""{ "blue": ["/srv/b1"] }"""), Commands.Command("cat \"$BLUEGREEN_ARTIFACT\"", artifact: artifact));

        Assert.Equal("x", run.Output);
    }

    [Fact]
    public async Task Counts_and_unions_of_hosts()
    {
        var hosts = Hosts("""{ "blue": ["/srv/b1"], "green": ["/srv/g1", "/srv/g2"], "hosts": ["/srv/lb"] }""");

        Assert.Equal(1, await hosts.CountAsync(Color.Blue, CancellationToken.None));
        Assert.Equal(2, await hosts.CountAsync(Color.Green, CancellationToken.None));
        Assert.Equal(4, (await Commands.RunAsync(hosts, Commands.Command("true", color: null))).Succeeded);
        Assert.Equal(1, (await Commands.RunAsync(hosts, Commands.Command("true", Color.Green, onlyFirst: true, id: "c2"))).Total);
    }

    [Fact]
    public async Task The_same_id_runs_once_and_an_unknown_one_is_unknown()
    {
        var hosts = Hosts("""{ "blue": ["/srv/b1"] }""");
        await Commands.RunAsync(hosts, Commands.Command($"echo ran >> {Trace}"));
        await Commands.RunAsync(hosts, Commands.Command($"echo ran >> {Trace}"));

        Assert.Single(await File.ReadAllLinesAsync(Trace));
        Assert.Equal(CommandVerdict.Unknown, (await hosts.PollAsync("other", CancellationToken.None)).Verdict);
        await hosts.CancelAsync("other", CancellationToken.None);
    }

    [Fact]
    public async Task A_deadline_stops_the_script_and_what_it_started()
    {
        var run = await Commands.RunAsync(Hosts("""{ "blue": ["/srv/b1"] }"""), Commands.Command($"sleep 300 & echo $! > {Trace}; wait", seconds: 1));

        Assert.Contains("did not end within '1 s'", Assert.Single(run.Failures).Reason, StringComparison.Ordinal);
        await Commands.IsGoneAsync(await Commands.PidAsync(Trace));
    }

    [Fact]
    public async Task A_cancelled_script_is_stopped()
    {
        var hosts = Hosts("""{ "blue": ["/srv/b1"] }""");
        var id = await hosts.StartAsync(Commands.Command($"echo $$ > {Trace}; sleep 300"), CancellationToken.None);
        var pid = await Commands.PidAsync(Trace);

        await hosts.CancelAsync(id, CancellationToken.None);

        Assert.Equal(CommandVerdict.Failed, (await hosts.PollAsync(id, CancellationToken.None)).Verdict);
        await Commands.IsGoneAsync(pid);
    }

    [Fact]
    public async Task A_daemon_that_keeps_the_output_open_is_not_waited_for()
    {
        var run = await Commands.RunAsync(Hosts("""{ "blue": ["/srv/b1"] }"""), Commands.Command($"sleep 300 & echo $! > {Trace}; echo done"));
        Commands.Kill(await Commands.PidAsync(Trace));

        Assert.Equal((CommandVerdict.Succeeded, "done\n"), (run.Verdict, run.Output));
    }

    [Fact]
    public async Task A_colour_without_hosts_is_refused() => Assert.Contains(
        "'green' is empty",
        (await Assert.ThrowsAsync<InvalidRequestException>(() => Commands.RunAsync(Hosts("""{ "blue": ["/srv/b1"] }"""), Commands.Command("true", Color.Green)))).Message,
        StringComparison.Ordinal);

    [Theory]
    [InlineData("""{ "blue": ["relative"] }""", "The host 'relative' is no directory")]
    [InlineData("""{ "blue": ["/a/x", "/b/x"] }""", "Two hosts have the name 'x'")]
    [InlineData("""{ "blue": ["/a/x"], "settings": { "y": {} } }""", "The settings of 'y' belong to no host")]
    [InlineData("""{ "blue": ["/a/x"], "settings": { "x": { "env": { "A-B": "" } } } }""", "The variable 'A-B' cannot be set")]
    [InlineData("""{ "blue": ["/a/x"], "settings": { "x": { "env": { "BLUEGREEN_COLOR": "" } } } }""", "The variable 'BLUEGREEN_COLOR' cannot be set")]
    [InlineData("""{ "blue": ["/a/x"], "settings": { "x": { "directory": "y" } } }""", "The directory 'y' of a host is not absolute")]
    public void Wrong_options_are_refused(string options, string says) =>
        Assert.StartsWith(says, Assert.Throws<InvalidRequestException>(() => Hosts(options)).Message, StringComparison.Ordinal);

    public void Dispose() => directory.Dispose();

    private static IHostCommands Hosts(string options) => Commands.Of(new LocalProvider(), options);
}
