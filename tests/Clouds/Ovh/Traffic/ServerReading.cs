namespace BlueGreenServerless.Clouds.Ovh.Traffic;

/// <summary>What HAProxy thinks of a server.</summary>
/// <param name="Status">UP, DOWN, MAINT, no check and so on.</param>
/// <param name="Check">L7OK, L4CON and so on; null before the first.</param>
internal sealed record ServerReading(string Status, string? Check, int? Code);
