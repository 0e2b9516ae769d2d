namespace BlueGreenServerless.Clouds.Ovh.Traffic;

/// <summary>A server of a pool.</summary>
/// <param name="Name">Unique in the pool; letters, digits and '-'.</param>
/// <param name="Weight">0 to 256.</param>
internal sealed record TrafficServer(string Name, string Address, int Port, int Weight, bool Enabled, bool Probed);
