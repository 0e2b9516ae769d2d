using BlueGreenServerless.Clouds.Aws.LoadBalancing;

namespace BlueGreenServerless.Clouds.Aws.Traffic;

/// <summary>Which servers of a group get traffic.</summary>
internal static class TargetSlots
{
    /// <summary>Healthy ones; when all that have been checked are unhealthy, these (AWS fails open).</summary>
    public static IReadOnlyList<(int Port, bool Ready)> Of(TargetGroup group)
    {
        var entries = group.Entries;
        var open = entries.Any(entry => entry.State.State == "healthy") ? "healthy" : "unhealthy";
        return [.. entries.Select(entry => (entry.Target.Port, entry.State.State == open))];
    }
}
