namespace BlueGreenServerless.Ports;

/// <param name="Exists">False when the source does not know the name.</param>
public sealed record AlarmReading(string Name, bool Exists, bool Firing, string? Why);
