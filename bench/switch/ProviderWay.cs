using BlueGreenServerless.Ports;
using BlueGreenServerless.Traffic;

namespace BlueGreenServerless.Bench.Switch;

/// <summary>What a release does: the router's shift, with the file written first and everything read back.</summary>
internal sealed class ProviderWay(ITrafficRouter router) : ISwitchWay
{
    public string Name => "bluegreen";

    public Task ShiftAsync(Color color, CancellationToken cancellationToken) => router.ShiftAsync(TrafficSplit.All(color), cancellationToken);

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
