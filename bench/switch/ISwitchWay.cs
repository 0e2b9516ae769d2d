using BlueGreenServerless.Traffic;

namespace BlueGreenServerless.Bench.Switch;

/// <summary>A way to move all traffic to a colour.</summary>
internal interface ISwitchWay : IAsyncDisposable
{
    string Name { get; }

    Task ShiftAsync(Color color, CancellationToken cancellationToken);
}
