using BlueGreenServerless.Ports;
using BlueGreenServerless.Traffic;

namespace BlueGreenServerless.Configuration.Tests.Samples;

public sealed class SampleFleet : IFleet
{
    public Task<string?> BringToCapacityAsync(Color idle, CancellationToken cancellationToken) => Task.FromResult<string?>(null);

    public Task ScaleInAsync(Color color, CancellationToken cancellationToken) => Task.CompletedTask;
}
