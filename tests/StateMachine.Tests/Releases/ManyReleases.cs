using System.Diagnostics;
using BlueGreenServerless.Documents;
using BlueGreenServerless.Functions.Trigger;
using BlueGreenServerless.Plans;
using BlueGreenServerless.Records;
using BlueGreenServerless.Testing.Fakes;
using BlueGreenServerless.Traffic;
using BlueGreenServerless.Verdicts;

namespace BlueGreenServerless.StateMachine.Tests.Releases;

/// <summary>One engine process with many apps, many requests or many hosts.</summary>
public sealed class ManyReleases(ITestOutputHelper output)
{
    private const long GiB = 1L << 30;

    [Fact]
    public async Task A_thousand_releases_at_once_end_right_in_less_than_a_gibibyte()
    {
        foreach (var count in new[] { 10, 100, 1000 })
        {
            await using var machine = new ReleaseMachine();
            var begun = Stopwatch.StartNew();
            var started = await Task.WhenAll(Enumerable.Range(1, count).Select(number => machine.Trigger.ReleaseAsync(Request(machine, number), default)));
            await machine.UntilAllEndedAsync("release", [.. started.Select(one => one.ReleaseId)]);

            output.WriteLine($"[PRINT] {count} releases at once: {begun.Elapsed.TotalMilliseconds / count:0.0} ms each, peak memory of the process {Peak() >> 20} MiB");
            await AssertAllLiveAsync(machine, count);
        }

        Assert.InRange(Peak(), 1, GiB);
    }

    [Fact]
    public async Task A_thousand_duplicate_triggers_start_one_release()
    {
        await using var machine = new ReleaseMachine();
        var request = machine.Request();

        var asked = await Task.WhenAll(Enumerable.Range(0, 1000).Select(_ => Task.Run(() => machine.Trigger.ReleaseAsync(request, default))));
        var release = Assert.Single(asked.Select(one => one.ReleaseId).Distinct(StringComparer.Ordinal));
        await machine.FinishAsync("release", release);

        Assert.Single(asked, one => one.Status == TriggerStatus.Started);
        Assert.Single(machine.World.Ports.HostsOf("t1").Started);
        Assert.Single(await machine.World.Store.HistoryAsync("shop", 10, default));
        Assert.Equal(TriggerStatus.AlreadyReleased, (await machine.Trigger.ReleaseAsync(request, default)).Status);
    }

    [Fact]
    public async Task Ten_thousand_hosts_keep_the_document_below_32_KiB_in_every_state()
    {
        await using var machine = new ReleaseMachine { Configuration = FakeWorld.Configuration() };
        machine.World.Ports.HostsOf("t1").Counts[Color.Green] = 10_000;
        machine.Router.SetHealth(Color.Green, 10_000, 10_000);
        machine.Serve("t1");

        var ended = await machine.ReleaseAsync();

        output.WriteLine($"[PRINT] largest document with 10,000 hosts: {machine.Stages.LargestPayload} bytes");
        Assert.Equal(Engine.ExecutionStatus.Succeeded, ended.Status);
        Assert.InRange(machine.Stages.LargestPayload, 1, 32 * 1024);
    }

    private static ReleaseRequest Request(ReleaseMachine machine, int number)
    {
        machine.Serve(Target(number));
        var configuration = FakeWorld.Configuration() with
        {
            App = $"app-{number}", Targets = [FakeWorld.Target(Target(number))], Strategy = new StrategyPlan { Steps = [50, 100] },
        };
        return machine.Request() with { Configuration = configuration };
    }

    private static async Task AssertAllLiveAsync(ReleaseMachine machine, int count)
    {
        foreach (var number in Enumerable.Range(1, count))
        {
            var router = machine.World.Ports.RouterOf(Target(number));
            ReleaseRecord record = Assert.Single(await machine.World.Store.HistoryAsync($"app-{number}", 2, default));
            Assert.Equal((Outcome.Completed, Color.Green), (record.Outcome, router.Split.Whole()));
            Assert.Empty(router.Violations);
            Assert.Null(await machine.World.Store.FindLockAsync($"app-{number}", default));
        }
    }

    private static string Target(int number) => $"place-{number}";

    private static long Peak()
    {
        using var process = Process.GetCurrentProcess();
        return process.PeakWorkingSet64;
    }
}
