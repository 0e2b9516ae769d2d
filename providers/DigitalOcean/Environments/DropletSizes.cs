using BlueGreenServerless.Ports;
using BlueGreenServerless.Providers.DigitalOcean.Clients;
using BlueGreenServerless.Providers.DigitalOcean.Droplets;

namespace BlueGreenServerless.Providers.DigitalOcean.Environments;

/// <summary>The account's price list of droplets, <c>GET /v2/sizes</c>. Read once: it changes with the seasons.</summary>
internal sealed class DropletSizes(DigitalOceanAccount account)
{
    private IReadOnlyDictionary<string, DropletSize>? known;

    /// <summary>Not known for a size that the list does not have any more.</summary>
    public async Task<MonthlyPrice> PriceAsync(string size, CancellationToken cancellationToken) =>
        (await ReadAsync(cancellationToken)).GetValueOrDefault(size)?.PriceMonthly is { } price ? new MonthlyPrice(price, "USD") : MonthlyPrice.Unknown;

    /// <summary>Why a droplet of this size cannot be made, in words; null when it can.</summary>
    /// <param name="key">Where the file has the shape.</param>
    public async Task<string?> FaultAsync(DropletShape shape, string key, CancellationToken cancellationToken)
    {
        var sizes = await ReadAsync(cancellationToken);
        return !sizes.TryGetValue(shape.Size, out var size) ? $"'{key}.size' is '{shape.Size}', which DigitalOcean does not have; 'doctl compute size list' has all."
            : !size.IsAvailable || !size.Regions.Contains(shape.Region, StringComparer.Ordinal)
                ? $"'{key}.size' is '{shape.Size}', which is not to be had in '{shape.Region}' now; it is in '{string.Join("', '", size.IsAvailable ? size.Regions : [])}'."
            : null;
    }

    private async Task<IReadOnlyDictionary<string, DropletSize>> ReadAsync(CancellationToken cancellationToken) =>
        known ??= (await account.Client.ListAsync("reading the sizes of droplets", "/v2/sizes", "sizes", cancellationToken))
            .Select(DropletSize.Of).DistinctBy(size => size.Slug).ToDictionary(size => size.Slug, StringComparer.Ordinal);
}
