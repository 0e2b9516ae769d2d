using BlueGreenServerless.Documents;
using BlueGreenServerless.Ports;
using BlueGreenServerless.Providers.Hosts;
using BlueGreenServerless.Serialization;
using BlueGreenServerless.Verdicts;

namespace BlueGreenServerless.Providers.Tests.Local;

public sealed class FanOutOfMany : IHostShell
{
    private const int Many = 10_000;
    private const int Parallel = 50;

    private readonly Lock gate = new();
    private int running;
    private int most;

    [Fact]
    public async Task Ten_thousand_hosts_give_counts_and_no_lists()
    {
        var hosts = Pool(Many);

        var run = await Commands.RunAsync(hosts, Commands.Command("ok"));

        Assert.Equal((CommandVerdict.Succeeded, Many, Many), (run.Verdict, run.Total, run.Succeeded));
        Assert.InRange(most, 2, Parallel);
        Assert.InRange(ReleaseJson.ToElement(run).GetRawText().Length, 1, 300);
    }

    [Fact]
    public async Task The_first_failures_are_kept_and_nothing_begins_after_them()
    {
        var run = await Commands.RunAsync(Pool(Many), Commands.Command("fail"));

        Assert.Equal(CommandVerdict.Failed, run.Verdict);
        Assert.InRange(run.Failed, 1, Parallel);
        Assert.InRange(run.Failures.Count, 1, CommandProgress.MaxFailures);
    }

    [Fact]
    public async Task Ended_commands_are_forgotten_in_the_end_and_may_run_again()
    {
        var hosts = Pool(1);
        foreach (var number in Enumerable.Range(0, HostCommands.Remembered + 10))
        {
            await Commands.RunAsync(hosts, Commands.Command("ok", id: $"c{number}"));
        }

        Assert.Equal(CommandVerdict.Unknown, (await hosts.PollAsync("c0", CancellationToken.None)).Verdict);
        Assert.Equal(CommandVerdict.Succeeded, (await hosts.PollAsync($"c{HostCommands.Remembered}", CancellationToken.None)).Verdict);
    }

    async Task<HostResult> IHostShell.RunAsync(Host host, HostCommand command, CancellationToken cancellationToken)
    {
        var now = Interlocked.Increment(ref running);
        lock (gate)
        {
            most = Math.Max(most, now);
        }

        await Task.Yield();
        Interlocked.Decrement(ref running);
        return new HostResult(command.Script == "ok" ? null : new HostFailure(host.Name, "no", 1, []), new string('x', 1000));
    }

    private HostCommands Pool(int count)
    {
        var none = new Dictionary<string, string>(StringComparer.Ordinal);
        var blue = Enumerable.Range(0, count).Select(number => new Host($"h{number}", "", null, none));
        return new HostCommands(new HostPools(blue, [], [], new Dictionary<string, HostSettings>(StringComparer.Ordinal)), this, Parallel, TimeProvider.System);
    }
}
