using System.Text.Json;
using BlueGreenServerless.Documents;
using BlueGreenServerless.Ports;
using BlueGreenServerless.Traffic;

namespace BlueGreenServerless.Configuration.Tests.Samples;

/// <summary>Only its options and its hosts matter: no test here moves traffic.</summary>
public sealed class SampleRouter(EdgeOptions options, IHostCommands? via) : ITrafficRouter
{
    public EdgeOptions Options { get; } = options;

    public IHostCommands? Via { get; } = via;

    public RouterAbilities Abilities { get; } = new(Weights: true, Preview: false, "nothing");

    public Task<TrafficState> DescribeAsync(CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task AttachAsync(Color color, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task<TrafficState> ShiftAsync(TrafficSplit split, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task<TrafficState> RestoreAsync(JsonElement snapshot, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task<ColorHealth> HealthAsync(Color color, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task<int?> ConnectionsAsync(Color color, CancellationToken cancellationToken) => throw new NotSupportedException();

    public PreviewAddress? Preview(Color color) => null;
}
