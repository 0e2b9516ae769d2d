namespace BlueGreenServerless.Clouds.Ovh.Traffic;

/// <summary>All that is live.</summary>
internal sealed record TrafficPlan(IReadOnlyList<TrafficFront> Fronts, IReadOnlyList<TrafficPool> Pools)
{
    /// <summary>What a lookup decides at run time: the pool of each front and route, by name.</summary>
    public IReadOnlyList<(string Key, string Pool)> Lines() =>
    [
        .. Fronts.Select(front => (front.Name, front.Pool ?? "nobody")),
        .. Fronts.SelectMany(front => front.Routes).Select(route => (route.Name, route.Pool ?? "nobody")),
    ];
}
