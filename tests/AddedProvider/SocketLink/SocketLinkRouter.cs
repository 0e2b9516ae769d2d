using System.Text.Json;
using BlueGreenServerless.Documents;
using BlueGreenServerless.Failures;
using BlueGreenServerless.Ports;
using BlueGreenServerless.Serialization;
using BlueGreenServerless.Traffic;

namespace BlueGreenServerless.Providers.SocketLink;

/// <summary>The live colour is the one that the link leads to.</summary>
internal sealed class SocketLinkRouter(SocketLinkOptions options, LinkScripts scripts) : ITrafficRouter
{
    public RouterAbilities Abilities { get; } = new(
        Weights: false, Preview: options.PreviewLink is not null, Says: "A link leads to one colour: use 'all-at-once'; a preview needs 'previewLink' and 'previewAddress'.");

    public async Task<string> SetUpAsync(CancellationToken cancellationToken)
    {
        await scripts.PutAsync(options.Link, options.Blue, onlyIfMissing: true, cancellationToken);
        return $"'{options.Link}' leads to '{options.Blue}' if it was not there before; let the web server pass requests to it";
    }

    public async Task<TrafficState> DescribeAsync(CancellationToken cancellationToken)
    {
        var target = await scripts.ReadAsync(options.Link, cancellationToken);
        return target == options.Blue ? State(Color.Blue)
            : target == options.Green ? State(Color.Green)
            : throw new ProviderRefusedException($"The link '{options.Link}' leads to '{target}'. Allowed are '{options.Blue}' and '{options.Green}'. Put it right, or run 'bluegreen setup' when it is not there yet.");
    }

    public Task AttachAsync(Color color, CancellationToken cancellationToken) =>
        options.PreviewLink is { } preview ? scripts.PutAsync(preview, SocketOf(color), onlyIfMissing: false, cancellationToken) : Task.CompletedTask;

    public async Task<TrafficState> ShiftAsync(TrafficSplit split, CancellationToken cancellationToken)
    {
        var color = split.Whole() ?? throw new NotSupportedByTargetException($"A link cannot divide the traffic into '{split}'. Allowed is all or nothing. Use the strategy 'all-at-once'.");
        await scripts.PutAsync(options.Link, SocketOf(color), onlyIfMissing: false, cancellationToken);
        var read = await DescribeAsync(cancellationToken);
        return read.Split == split ? read : throw new ProviderRefusedException($"The link '{options.Link}' was put on {color.Lower()} and leads elsewhere. Look for somebody else who writes it.");
    }

    public Task<TrafficState> RestoreAsync(JsonElement snapshot, CancellationToken cancellationToken) =>
        ShiftAsync(TrafficSplit.All(ReleaseJson.FromElement<Color>(snapshot)), cancellationToken);

    public async Task<ColorHealth> HealthAsync(Color color, CancellationToken cancellationToken) =>
        await scripts.AcceptsAsync(SocketOf(color), cancellationToken) ? new ColorHealth(1, 1, []) : new ColorHealth(0, 1, [$"{SocketOf(color)}: nobody accepts connections"]);

    /// <summary>A link does not know who came along it.</summary>
    public Task<int?> ConnectionsAsync(Color color, CancellationToken cancellationToken) => Task.FromResult<int?>(null);

    public PreviewAddress? Preview(Color color) => options.PreviewAddress is { } address ? new PreviewAddress(new Uri(address), new Dictionary<string, string>(StringComparer.Ordinal)) : null;

    private string SocketOf(Color color) => color == Color.Blue ? options.Blue : options.Green;

    private static TrafficState State(Color color) => new(TrafficSplit.All(color), ReleaseJson.ToElement(color));
}
