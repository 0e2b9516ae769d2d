using BlueGreenServerless.Ports;

namespace BlueGreenServerless.Providers.Ovh.Cloud;

/// <summary>How the idle colour is reached: an address, and the headers that an L7 policy asks for.</summary>
internal sealed class CloudPreview(OvhCloudOptions options, CloudBalancer balancer)
{
    private readonly Lock gate = new();
    private PreviewAddress? known;

    /// <summary>Looked up once, and waited for: the port that asks has no time to offer, and nothing else waits on this thread.</summary>
    public PreviewAddress? Address()
    {
        if (options.PreviewAddress is not { } address)
        {
            return null;
        }

        lock (gate)
        {
            return known ??= new PreviewAddress(new Uri(address), Task.Run(() => HeadersAsync(CancellationToken.None)).GetAwaiter().GetResult());
        }
    }

    private async Task<IReadOnlyDictionary<string, string>> HeadersAsync(CancellationToken cancellationToken) =>
        options.Listeners.Select(listener => listener.PreviewPolicy).FirstOrDefault(policy => policy is not null) is { } policy
            ? PolicyHeaders.Of(policy, await balancer.ListAsync($"l7Policy/{policy}/l7Rule", cancellationToken))
            : new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
}
