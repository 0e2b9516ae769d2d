using System.Globalization;

namespace BlueGreenServerless.Providers.DigitalOcean.Router;

/// <summary>What is behind a load balancer: a tag, or droplets by id.</summary>
/// <param name="DropletIds">Sorted. Of a load balancer by tag: empty here, because the tag decides.</param>
internal sealed record BackendSet(string? Tag, IReadOnlyList<long> DropletIds)
{
    public static BackendSet OfTag(string tag) => new(tag, []);

    public static BackendSet OfDroplets(IEnumerable<long> ids) => new(null, [.. ids.Order()]);

    /// <summary>A tag is compared without case, as DigitalOcean does.</summary>
    public bool IsSame(BackendSet other) =>
        Tag is not null || other.Tag is not null ? string.Equals(Tag, other.Tag, StringComparison.OrdinalIgnoreCase) : DropletIds.SequenceEqual(other.DropletIds);

    public override string ToString() =>
        Tag is not null ? $"tag {Tag}" : DropletIds.Count == 0 ? "no droplet" : $"droplets {string.Join(", ", DropletIds.Take(10).Select(id => id.ToString(CultureInfo.InvariantCulture)))}";
}
