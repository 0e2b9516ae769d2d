namespace BlueGreenServerless.Clouds.Ovh.Traffic;

/// <summary>Requests that go elsewhere than the front's own pool.</summary>
/// <param name="Name">Unique.</param>
/// <param name="Conditions">Of HAProxy; all must hold.</param>
/// <param name="Pool">Null leads nowhere else.</param>
internal sealed record TrafficRoute(string Name, string Conditions, string? Pool);
