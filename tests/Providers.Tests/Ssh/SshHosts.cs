using BlueGreenServerless.Documents;
using BlueGreenServerless.Ports;
using BlueGreenServerless.Providers.Ssh;
using BlueGreenServerless.Providers.Tests.Local;
using BlueGreenServerless.Testing.Hosts;
using BlueGreenServerless.Testing.Ssh;
using BlueGreenServerless.Verdicts;

namespace BlueGreenServerless.Providers.Tests.Ssh;

public sealed class SshHosts : IAsyncLifetime
{
    private readonly TemporaryDirectory directory = new();
    private SshServer server = null!;

    private string Trace => directory.Below("trace");

    public async ValueTask InitializeAsync() => server = await SshServer.StartAsync();

    [Fact]
    public async Task A_script_runs_on_every_host_with_its_variables()
    {
        var hosts = Hosts("""["h1", "two=h2"]""", """, "settings": { "two": { "directory": "/srv/two", "env": { "PORT": "it's $(8081) \\ \"x\"" } } }""");

        var run = await Commands.RunAsync(hosts, Commands.Command($"echo \"$BLUEGREEN_HOST $BLUEGREEN_COLOR ${{BLUEGREEN_DIRECTORY:-}} ${{PORT:-}}\" >> {Trace}"));

        Assert.Equal((CommandVerdict.Succeeded, 2, 2, 0), (run.Verdict, run.Total, run.Succeeded, run.Failed));
        Assert.Equal(["h1 blue  ", "two blue /srv/two it's $(8081) \\ \"x\""], Lines());
    }

    [Fact]
    public async Task The_output_of_a_single_host_is_handed_out_from_its_beginning()
    {
        var run = await Commands.RunAsync(Hosts("""["h1"]"""), Commands.Command("echo first; echo no >&2; seq 1 100000"));

        Assert.StartsWith("first\n1\n2\n", run.Output, StringComparison.Ordinal);
        Assert.Equal(24_000, run.Output?.Length);
    }

    [Fact]
    public async Task A_failing_script_comes_with_exit_code_and_last_lines_and_stops_the_rest()
    {
        var hosts = Hosts("""["h1", "h2", "h3"]""", """, "parallel": 1""");

        var run = await Commands.RunAsync(hosts, Commands.Command($"echo ran >> {Trace}; seq 1 30; printf '%0300d\\n' 0 >&2; exit 7"));

        Assert.Equal((CommandVerdict.Failed, 3, 0, 1), (run.Verdict, run.Total, run.Succeeded, run.Failed));
        var failure = Assert.Single(run.Failures);
        Assert.Equal(("h1", 7), (failure.Host, failure.ExitCode));
        Assert.Equal(10, failure.LastLines.Count);
        Assert.Contains(new string('0', 200), failure.LastLines);
        Assert.Single(Lines());
    }

    [Fact]
    public async Task Twenty_hosts_are_worked_on_four_at_a_time()
    {
        var hosts = Hosts($"[{string.Join(',', Enumerable.Range(1, 20).Select(number => $"\"h{number}\""))}]", """, "parallel": 4""");

        // the first four wait for each other, however slow the machine is
        var run = await Commands.RunAsync(hosts, Commands.Command($"echo 1 >> {Trace}; until [ $(grep -cx 1 {Trace}) -ge 4 ]; do sleep 0.05; done; echo -1 >> {Trace}", seconds: 240));

        Assert.Equal((CommandVerdict.Succeeded, 20), (run.Verdict, run.Succeeded));
        var running = 0;
        Assert.Equal(4, File.ReadAllLines(Trace).Max(line => running += int.Parse(line)));
        Assert.Equal(0, running);
    }

    [Fact]
    public async Task An_artifact_is_delivered_once()
    {
        var path = directory.Write("a.tar.gz", [.. Enumerable.Range(0, 3_000_000).Select(number => (byte)(number * 7))]);
        var digest = Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(await File.ReadAllBytesAsync(path)));
        var artifact = new Artifact(new Uri(path), "1.0", digest, 3_000_000);
        var hosts = Hosts("""["h1"]""");

        var first = await Commands.RunAsync(hosts, Commands.Command("sha256sum < \"$BLUEGREEN_ARTIFACT\"", artifact: artifact));
        File.Delete(path);
        var second = await Commands.RunAsync(hosts, Commands.Command("sha256sum < \"$BLUEGREEN_ARTIFACT\"", artifact: artifact, id: "c2"));

        Assert.Equal((CommandVerdict.Succeeded, $"{digest}  -\n"), (first.Verdict, first.Output));
        Assert.Equal((CommandVerdict.Succeeded, $"{digest}  -\n"), (second.Verdict, second.Output));
        Assert.Equal([digest], Directory.GetFiles(Path.Combine(server.Cache, "bluegreen")).Select(Path.GetFileName));
    }

    [Fact]
    public async Task A_deadline_stops_the_script_on_the_host()
    {
        // a busy machine may take longer than the deadline to begin: then there is nothing to stop, and it is tried with more time
        for (var seconds = 3; !File.Exists(Trace); seconds *= 4)
        {
            var run = await Commands.RunAsync(Hosts("""["h1"]"""), Commands.Command($"echo $$ > {Trace}; echo began; sleep 300", seconds: seconds, id: $"c{seconds}"));

            var failure = Assert.Single(run.Failures);
            Assert.Contains($"did not end within '{seconds} s'", failure.Reason, StringComparison.Ordinal);
            Assert.Null(failure.ExitCode);
        }

        await Commands.IsGoneAsync(await Commands.PidAsync(Trace));
    }

    [Fact]
    public async Task A_cancelled_command_is_stopped_on_the_host()
    {
        var hosts = Hosts("""["h1", "h2"]""", """, "parallel": 1""");
        var id = await hosts.StartAsync(Commands.Command($"echo $$ > {Trace}; sleep 300"), CancellationToken.None);
        var pid = await Commands.PidAsync(Trace);

        await hosts.CancelAsync(id, CancellationToken.None);

        var run = await hosts.PollAsync(id, CancellationToken.None);
        Assert.Equal((CommandVerdict.Failed, 1), (run.Verdict, run.Failed));
        Assert.Contains("was cancelled", Assert.Single(run.Failures).Reason, StringComparison.Ordinal);
        await Commands.IsGoneAsync(pid);
    }

    [Fact]
    public async Task A_daemon_that_a_script_leaves_behind_goes_on()
    {
        var run = await Commands.RunAsync(Hosts("""["h1"]"""), Commands.Command($"sleep 300 </dev/null >/dev/null 2>&1 & echo $! > {Trace}"));
        var pid = await Commands.PidAsync(Trace);

        Assert.Equal(CommandVerdict.Succeeded, run.Verdict);
        Commands.Kill(pid);
    }

    [Fact]
    public async Task A_scripts_own_255_is_not_taken_for_a_broken_connection()
    {
        var run = await Commands.RunAsync(Hosts("""["h1"]"""), Commands.Command("exit 255"));

        Assert.Equal(254, Assert.Single(run.Failures).ExitCode);
    }

    public async ValueTask DisposeAsync()
    {
        await server.DisposeAsync();
        directory.Dispose();
    }

    private IHostCommands Hosts(string blue, string more = "") =>
        Commands.Of(new SshProvider(), $$"""{ "blue": {{blue}}, "configFile": "{{server.ClientConfig}}" {{more}} }""");

    private IEnumerable<string> Lines() => File.ReadAllLines(Trace).Order(StringComparer.Ordinal);
}
