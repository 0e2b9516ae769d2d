using BlueGreenServerless.Documents;
using BlueGreenServerless.Failures;
using BlueGreenServerless.Providers.Ovh.Balancing;
using BlueGreenServerless.Traffic;

namespace BlueGreenServerless.Providers.Ovh.Cloud;

/// <summary>Reads pools and their members.</summary>
internal sealed class Pools(CloudBalancer balancer)
{
    private const int MostFailures = 3;

    public async Task<IReadOnlyList<PoolMember>> MembersAsync(string pool, CancellationToken cancellationToken) =>
        [.. (await balancer.ListAsync($"pool/{pool}/member", cancellationToken)).Select(member => PoolMember.Of(pool, member))];

    public async Task<ColorHealth> HealthAsync(IEnumerable<string> pools, CancellationToken cancellationToken)
    {
        var counted = new List<PoolMember>();
        foreach (var pool in pools)
        {
            counted.AddRange((await MembersAsync(pool, cancellationToken)).Where(member => member.Weight > 0));
        }

        var faults = counted.Select(member => member.Fault).OfType<string>().ToList();
        return new ColorHealth(counted.Count - faults.Count, counted.Count, [.. faults.Take(MostFailures)]);
    }

    /// <exception cref="NotSupportedByTargetException">A pool has no members or no health monitor.</exception>
    public async Task RequireMonitorAsync(string pool, CancellationToken cancellationToken)
    {
        if ((await MembersAsync(pool, cancellationToken)).Count == 0)
        {
            throw new NotSupportedByTargetException($"The pool '{pool}' has '0' members. At least one is needed. Add the hosts of the colour to it.");
        }

        if ((await balancer.ListAsync($"healthMonitor?poolId={pool}", cancellationToken)).Count == 0)
        {
            throw new NotSupportedByTargetException($"The pool '{pool}' has '0' health monitors, so the health of its members is not known. One is needed. Add one (http, GET, the health path, 200).");
        }
    }

    /// <summary>Members of the canary pool by colour, told by address and port.</summary>
    /// <exception cref="NotSupportedByTargetException">It does not hold exactly the members of both colours.</exception>
    public async Task<ILookup<Color, PoolMember>> CanaryAsync(OvhListener listener, CancellationToken cancellationToken)
    {
        var blue = (await MembersAsync(listener.Blue, cancellationToken)).Select(member => member.Name).ToHashSet(StringComparer.Ordinal);
        var green = (await MembersAsync(listener.Green, cancellationToken)).Select(member => member.Name).ToHashSet(StringComparer.Ordinal);
        var own = await MembersAsync(listener.Canary!, cancellationToken);
        return own.Select(member => member.Name).Order(StringComparer.Ordinal).SequenceEqual(blue.Concat(green).Order(StringComparer.Ordinal), StringComparer.Ordinal)
            ? own.ToLookup(member => blue.Contains(member.Name) ? Color.Blue : Color.Green)
            : throw new NotSupportedByTargetException(
                $"The canary pool '{listener.Canary}' has the members '{Listed(own.Select(member => member.Name))}'. It must have those of both colours: " +
                $"'{Listed(blue)}' and '{Listed(green)}'. Add or remove members, or take 'canary' out.");
    }

    /// <summary>
    /// The weights by which green gets its percent, by path, in the order in which they are to be written. Each goes live by itself, so those come
    /// first that leave less to the colour that is to get more: on the way it never has more than before or than it is meant to.
    /// </summary>
    public async Task<IEnumerable<(string Path, string Value)>> WeightsAsync(OvhListener listener, int percent, CancellationToken cancellationToken)
    {
        var members = await CanaryAsync(listener, cancellationToken);
        var (blue, green) = CanaryWeights.Of(members[Color.Blue].Count(), members[Color.Green].Count(), percent);
        var growing = percent < GreenPercent(members) ? Color.Blue : Color.Green;
        return members.SelectMany(color => color.Select(member => (Color: color.Key, Member: member, Weight: color.Key == Color.Blue ? blue : green)))
            .OrderBy(each => (each.Color == growing) == (each.Weight > each.Member.Weight))
            .Select(each => (each.Member.Path, $"{each.Weight}"));
    }

    public static int GreenPercent(ILookup<Color, PoolMember> members) =>
        CanaryWeights.Percent(members[Color.Blue].Sum(each => each.Weight), members[Color.Green].Sum(each => each.Weight));

    private static string Listed(IEnumerable<string> names) => string.Join("', '", names.Order(StringComparer.Ordinal).Take(10));
}
