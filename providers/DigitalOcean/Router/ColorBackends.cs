using BlueGreenServerless.Failures;
using BlueGreenServerless.Providers.DigitalOcean.Droplets;
using BlueGreenServerless.Traffic;

namespace BlueGreenServerless.Providers.DigitalOcean.Router;

/// <summary>What each colour is for a load balancer.</summary>
internal sealed class ColorBackends(ManagedBalancerOptions options, DropletDirectory droplets)
{
    /// <summary>Of a load balancer that names its droplets (docs.digitalocean.com, limits of load balancers); by tag there is none.</summary>
    private const int MostDroplets = 10;

    public string Tag(Color color) => options.Tag(color);

    /// <exception cref="ProviderRefusedException">The colour has no active droplet, or more than can be named.</exception>
    public async Task<BackendSet> OfAsync(Color color, CancellationToken cancellationToken)
    {
        var active = (await droplets.ReadAsync(Tag(color), cancellationToken)).Where(droplet => droplet.IsActive).Select(droplet => droplet.Id).ToList();
        return active.Count == 0
            ? throw new ProviderRefusedException($"The tag '{Tag(color)}' of {color.Lower()} is on '0' active droplets. At least one must have it. Give it to the droplets of {color.Lower()}.")
            : options.By == BackendChoice.Tag ? BackendSet.OfTag(Tag(color))
            : active.Count <= MostDroplets ? BackendSet.OfDroplets(active)
            : throw new ProviderRefusedException(
                $"The tag '{Tag(color)}' of {color.Lower()} is on '{active.Count}' active droplets. A load balancer takes at most {MostDroplets} by id. Set 'by' to 'tag', which has no limit.");
    }

    /// <summary>Droplets that were destroyed since cannot be put back; naming them would be refused and the others would stay out too.</summary>
    public async Task<BackendSet> StillThereAsync(BackendSet before, CancellationToken cancellationToken)
    {
        if (before.Tag is not null)
        {
            return before;
        }

        var known = (await droplets.RecentAsync(options.Blue, cancellationToken)).Concat(await droplets.RecentAsync(options.Green, cancellationToken));
        var there = before.DropletIds.Intersect(known.Select(droplet => droplet.Id)).ToList();
        return there.Count > 0 ? BackendSet.OfDroplets(there) : before;
    }

    /// <exception cref="ProviderRefusedException">Something else than the two colours is behind the load balancer.</exception>
    public async Task<TrafficSplit> SplitAsync(BalancerObject balancer, CancellationToken cancellationToken)
    {
        var has = balancer.Backends;
        return has.Tag is not null && options.By == BackendChoice.Tag ? OfTag(has)
            : has.Tag is null && options.By == BackendChoice.Droplets ? await OfDropletsAsync(has, cancellationToken)
            : throw Unknown(has, options.By == BackendChoice.Tag ? "a tag ('by' is 'tag')" : "droplets by id ('by' is 'droplets')");

        TrafficSplit OfTag(BackendSet set) => string.Equals(set.Tag, options.Blue, StringComparison.OrdinalIgnoreCase) ? TrafficSplit.All(Color.Blue)
            : string.Equals(set.Tag, options.Green, StringComparison.OrdinalIgnoreCase) ? TrafficSplit.All(Color.Green)
            : throw Unknown(set, $"the tag '{options.Blue}' or '{options.Green}'");
    }

    private async Task<TrafficSplit> OfDropletsAsync(BackendSet has, CancellationToken cancellationToken)
    {
        var blue = Ids(await droplets.ReadAsync(options.Blue, cancellationToken));
        var green = Ids(await droplets.ReadAsync(options.Green, cancellationToken));
        var (ofBlue, ofGreen) = (has.DropletIds.Count(blue.Contains), has.DropletIds.Count(green.Contains));
        return has.DropletIds.Count == 0 || ofBlue + ofGreen != has.DropletIds.Count
            ? throw Unknown(has, $"droplets that have either the tag '{options.Blue}' or '{options.Green}'")
            : ofGreen == 0 ? TrafficSplit.All(Color.Blue)
            : ofBlue == 0 ? TrafficSplit.All(Color.Green)
            : TrafficSplit.Toward(Color.Green, Math.Clamp(100 * ofGreen / has.DropletIds.Count, 1, 99));
    }

    private static HashSet<long> Ids(IEnumerable<Droplet> found) => [.. found.Select(droplet => droplet.Id)];

    private ProviderRefusedException Unknown(BackendSet has, string allowed) => new(
        $"The load balancer '{options.LoadBalancer}' has '{has}' behind it. Allowed is {allowed}. Correct the options, or put one colour behind it by hand.");
}
