using BlueGreenServerless.Clouds.Aws.LoadBalancing;

namespace BlueGreenServerless.Clouds.Aws.Traffic;

/// <summary>Which servers of a group get traffic.</summary>
internal static class TargetSlots
{
    /// <summary>Healthy ones; when all that have been checked are unhealthy, these (AWS fails open).</summary>
    /// <exception cref="InvalidOperationException">The group has more targets than there is room for.</exception>
    public static IReadOnlyList<(int Port, bool Ready)> Of(TargetGroup group)
    {
        var entries = group.Entries;
        if (entries.Count > TrafficConfiguration.Slots)
        {
            throw new InvalidOperationException($"The target group '{group.Name}' has {entries.Count} targets. At most {TrafficConfiguration.Slots} can get traffic. Register fewer.");
        }

        var open = entries.Any(entry => entry.State.State == "healthy") ? "healthy" : "unhealthy";
        return [.. entries.Select(entry => (entry.Target.Port, entry.State.State == open))];
    }
}
