namespace BlueGreenServerless.Clouds.Ovh.Traffic;

/// <summary>Servers that share traffic by weight.</summary>
/// <param name="HealthPath">Asked for status 200; null for a probe of the connection only.</param>
internal sealed record TrafficPool(string Name, bool Tcp, string? HealthPath, IReadOnlyList<TrafficServer> Servers);
