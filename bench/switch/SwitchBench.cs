using System.Net;
using BlueGreenServerless.Load;

namespace BlueGreenServerless.Bench.Switch;

/// <summary>Measures the ways of switching in one run on the same machine under the same load.</summary>
internal static class SwitchBench
{
    private static readonly TimeProvider Time = TimeProvider.System;
    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(2);

    public static async Task<BenchResult> RunAsync(BenchSettings settings, CancellationToken cancellationToken)
    {
        await using var arena = await Arena.StartAsync(Time, cancellationToken);
        var (ways, mapLoad, workerKept) = await ByMapAsync(arena, settings, cancellationToken);
        var (reload, reloadLoad) = await ByReloadAsync(arena, settings, cancellationToken);
        return new BenchResult(settings, ways[0], ways[1], reload, LoadResult.Of(mapLoad), LoadResult.Of(reloadLoad), workerKept);
    }

    /// <summary>The provider's way and the floor take turns, so that what else the machine does hits both.</summary>
    private static async Task<(WayResult[] Ways, LoadReport Load, bool WorkerKept)> ByMapAsync(Arena arena, BenchSettings settings, CancellationToken cancellationToken)
    {
        await using var load = await WarmAsync(arena.MapAddress, settings, cancellationToken);
        var worker = await arena.Admin.WorkerAsync(cancellationToken);
        var trial = new Trial(load, Time);
        for (var i = 0; i < settings.Cycles; i++)
        {
            await trial.CycleAsync(arena.Provider, cancellationToken);
            await trial.CycleAsync(arena.Floor, cancellationToken);
        }

        var kept = worker == await arena.Admin.WorkerAsync(cancellationToken);
        return ([trial.ResultOf(arena.Provider), trial.ResultOf(arena.Floor)], await load.StopAsync(), kept);
    }

    private static async Task<(WayResult Way, LoadReport Load)> ByReloadAsync(Arena arena, BenchSettings settings, CancellationToken cancellationToken)
    {
        await using var load = await WarmAsync(arena.ReloadAddress, settings, cancellationToken);
        var trial = new Trial(load, Time);
        for (var i = 0; i < settings.Reloads; i++)
        {
            await trial.CycleAsync(arena.Reload, cancellationToken);
        }

        return (trial.ResultOf(arena.Reload), await load.StopAsync());
    }

    private static async Task<LoadGenerator> WarmAsync(IPEndPoint address, BenchSettings settings, CancellationToken cancellationToken)
    {
        var plan = new LoadPlan
        {
            Address = address,
            KeepAliveWorkers = 24,
            NewConnectionWorkers = 8,
            SlowWorkers = 8,
            WebSockets = 2,
            RequestsPerSecond = settings.Rate,
        };
        var load = LoadGenerator.Start(plan, Time);
        await Task.Delay(WarmUp, Time, cancellationToken);
        return load;
    }
}
