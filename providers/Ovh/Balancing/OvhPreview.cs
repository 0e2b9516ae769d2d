using BlueGreenServerless.Ports;
using BlueGreenServerless.Traffic;

namespace BlueGreenServerless.Providers.Ovh.Balancing;

/// <summary>
/// How a colour is reached without production traffic. After a swap the colour that has the traffic is at the production address. What is asked of OVH is
/// waited for: the port that asks has no time to offer, and nothing else waits on this thread.
/// </summary>
internal sealed class OvhPreview(OvhOptions options, BalancerApi api)
{
    private readonly Lock gate = new();
    private IReadOnlyDictionary<string, string>? headers;

    public PreviewAddress? Of(Color color) => options.PreviewAddress switch
    {
        null => null,
        _ when options.Swap && Wait(token => IsLiveAsync(color, token)) => options.Address is { } address ? new PreviewAddress(new Uri(address), Headers()) : null,
        var preview => new PreviewAddress(new Uri(preview), Headers()),
    };

    private async Task<bool> IsLiveAsync(Color color, CancellationToken cancellationToken)
    {
        foreach (var frontend in options.Frontends)
        {
            var whole = await api.ReadAsync(frontend.Path, cancellationToken);
            if (TrafficField.Read(frontend.Path, whole) != frontend.FarmOf(color))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Read once: rules are not ours to change.</summary>
    private IReadOnlyDictionary<string, string> Headers()
    {
        lock (gate)
        {
            return headers ??= options.Frontends.FirstOrDefault(frontend => frontend.PreviewRoute is not null) is { } frontend
                ? Wait(token => RouteHeaders.ReadAsync(api, $"{frontend.Word}/route/{frontend.PreviewRoute}", token))
                : new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        }
    }

    private static T Wait<T>(Func<CancellationToken, Task<T>> ask) => Task.Run(() => ask(CancellationToken.None)).GetAwaiter().GetResult();
}
