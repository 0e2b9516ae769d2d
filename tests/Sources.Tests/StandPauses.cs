namespace BlueGreenServerless.Sources.Tests;

/// <summary>Pauses of the examples, as short as they may be.</summary>
internal static class StandPauses
{
    public static IReadOnlyList<(string There, string Here)> Changes { get; } =
    [
        ("steps: [10, 50, 100]", "steps: [25, 100]"), ("pause: 60s", "pause: 1s"), ("bake: 10m", "bake: 1s"), ("bake: 5m", "bake: 1s"),
        ("healthyChecks: 3\n  interval: 5s", "healthyChecks: 1\n  interval: 1s"), ("interval: 10s", "interval: 1s"), ("minRequests: 20", "minRequests: 5"),
    ];
}
