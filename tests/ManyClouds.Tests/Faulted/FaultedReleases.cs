using System.Collections.Concurrent;
using BlueGreenServerless.Engine;
using BlueGreenServerless.ManyClouds.Tests.Fronts;
using BlueGreenServerless.Verdicts;
using BlueGreenServerless.VirtualCloud.Watching;

namespace BlueGreenServerless.ManyClouds.Tests.Faulted;

public sealed class FaultedReleases(ITestOutputHelper output) : IAsyncLifetime
{
    private const int Releases = 500;
    private const int Stride = 25;
    private const int LastingReleases = 60;
    private const int LastingStride = 15;
    private const int Draws = 10;
    private const int Droplets = 6;

    private readonly ConcurrentBag<Lane> lanes = [];
    private readonly ConcurrentDictionary<string, (int Drawn, int Happened)> mishaps = new(StringComparer.Ordinal);
    private readonly ConcurrentQueue<string> away = [];
    private DropletSites? droplets;
    private int calm;

    [Fact]
    public async Task Whatever_goes_wrong_all_twelve_targets_are_on_the_new_version_or_all_are_as_before()
    {
        var runs = new FaultRuns(Releases, Stride);
        await runs.RunAsync(number => EndAsync(number, isLasting: false));

        Tell("fault-injected releases to 12 targets in four clouds", runs);
        Assert.True(runs.Count < Releases || mishaps.Values.All(kind => kind.Happened > 0), "something that can go wrong never did");
        Assert.True(runs.Wrong.Count == 0, string.Join("\n\n", runs.Wrong));
    }

    [Fact]
    public async Task What_outlasts_a_rollback_is_named_and_the_next_rollback_puts_everything_back()
    {
        var runs = new FaultRuns(LastingReleases, LastingStride);
        await runs.RunAsync(number => EndAsync(number, isLasting: true));

        Tell("releases to 12 targets, one of which cannot be reached for longer than the rollback is allowed to take", runs);
        away.ToList().ForEach(output.WriteLine);
        Assert.True(runs.Wrong.Count == 0, string.Join("\n\n", runs.Wrong));
    }

    public ValueTask InitializeAsync()
    {
        droplets = new DropletSites(Droplets);
        return ValueTask.CompletedTask;
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var lane in lanes)
        {
            await lane.DisposeAsync();
        }

        await droplets!.DisposeAsync();
    }

    private void Tell(string what, FaultRuns runs)
    {
        output.WriteLine($"[PRINT] {runs.Taken} {what}: {runs.Counts}; {calm} more, in which nothing went wrong, were drawn again");
        output.WriteLine($"[PRINT] what went wrong, of what was drawn: {string.Join(", ", mishaps.OrderBy(each => each.Key, StringComparer.Ordinal).Select(each => $"{each.Key} {each.Value.Happened}/{each.Value.Drawn}"))}");
    }

    /// <summary>Draws from the next number until something has really gone wrong.</summary>
    private async Task<string> EndAsync(int seed, bool isLasting)
    {
        var lane = lanes.TryTake(out var idle) ? idle : await Lane.StartAsync();
        try
        {
            for (var draw = 0; draw < Draws; draw++)
            {
                await lane.ResetAsync();
                if (await EndAsync(seed + (draw * Releases), isLasting, lane) is { } end)
                {
                    return end;
                }

                Interlocked.Increment(ref calm);
            }

            throw new InvalidOperationException($"nothing went wrong in {Draws} releases");
        }
        finally
        {
            lanes.Add(lane);
        }
    }

    /// <returns>Null when nothing went wrong with it: what was drawn came too late, or met nobody.</returns>
    private async Task<string?> EndAsync(int seed, bool isLasting, Lane lane)
    {
        await using var release = await FaultedRelease.StartAsync(seed, isLasting, lane, droplets!.Port);
        Execution? ended = null;
        try
        {
            ended = await release.RunAsync();
            Count(release.Mishaps);
            await Ends.AssertAsync(release, ended);
        }
        catch (Exception fault)
        {
            throw new InvalidOperationException($"drawn from {seed}: {release.Story}\nended as {ended?.Status} {ended?.Error} {ended?.Cause}\n{fault.Message}", fault);
        }

        if (!release.Mishaps.All.Values.Contains(true))
        {
            return null;
        }

        if (release.AwayTargets.Count > 0)
        {
            away.Enqueue($"FAULT_SEED={seed} left {string.Join(", ", release.AwayTargets.Select(front => front.Name))} away: {release.Story}");
        }

        return Named(release, ended);
    }

    private static string Named(FaultedRelease release, Execution? ended) => ended switch
    {
        null => "not started",
        { Status: ExecutionStatus.Succeeded } => "completed",
        { Error: nameof(Outcome.RollbackFailed) } => release.AwayTargets.Count == 0 ? "RollbackFailed with all as before" : "RollbackFailed with targets away until the next rollback",
        { Error: { } error } => error,
        _ => "failed",
    };

    private void Count(Mishaps some)
    {
        foreach (var (kind, happened) in some.All)
        {
            mishaps.AddOrUpdate(kind, (1, happened ? 1 : 0), (_, before) => (before.Drawn + 1, before.Happened + (happened ? 1 : 0)));
        }
    }
}
