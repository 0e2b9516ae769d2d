using System.Collections.Concurrent;
using BlueGreenServerless.Failures;
using BlueGreenServerless.Providers.DigitalOcean.Clients;

namespace BlueGreenServerless.Providers.DigitalOcean.Droplets;

/// <summary>Which droplets have a tag.</summary>
internal sealed class DropletDirectory(DigitalOceanClient client, TimeProvider time)
{
    /// <summary>Polls every few seconds would use up the calls of an hour.</summary>
    private static readonly TimeSpan Fresh = TimeSpan.FromSeconds(15);

    private readonly ConcurrentDictionary<string, (IReadOnlyList<Droplet> Droplets, long At)> known = new(StringComparer.Ordinal);

    /// <summary>Asks the API. Sorted by id, so that the same droplets come in the same order.</summary>
    public async Task<IReadOnlyList<Droplet>> ReadAsync(string tag, CancellationToken cancellationToken)
    {
        var asked = time.GetTimestamp();
        var found = await client.ListAsync($"reading the droplets with the tag '{tag}'", $"/v2/droplets?tag_name={Uri.EscapeDataString(tag)}", "droplets", cancellationToken);
        IReadOnlyList<Droplet> droplets = [.. found.Select(Droplet.Of).OrderBy(droplet => droplet.Id)];
        known[tag] = (droplets, asked);
        return droplets;
    }

    /// <summary>
    /// What was read in the last 15 seconds, or now. While the API does not answer, what was read last: traffic must be moved back
    /// without it.
    /// </summary>
    public async Task<IReadOnlyList<Droplet>> RecentAsync(string tag, CancellationToken cancellationToken)
    {
        var before = known.TryGetValue(tag, out var entry) ? entry : default;
        if (before.Droplets is not null && time.GetElapsedTime(before.At) < Fresh)
        {
            return before.Droplets;
        }

        try
        {
            return await ReadAsync(tag, cancellationToken);
        }
        catch (ProviderUnavailableException) when (before.Droplets is not null)
        {
            return before.Droplets;
        }
    }
}
