namespace BlueGreenServerless.Clouds.Ovh.Traffic;

/// <summary>A port of 127.0.0.1 and where its traffic goes.</summary>
/// <param name="Pool">Null: nowhere.</param>
internal sealed record TrafficFront(string Name, int Port, bool Tcp, string? Pool, IReadOnlyList<TrafficRoute> Routes);
