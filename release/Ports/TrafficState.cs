using System.Text.Json;
using BlueGreenServerless.Traffic;

namespace BlueGreenServerless.Ports;

/// <summary>The traffic as read from the load balancer.</summary>
/// <param name="Snapshot">Everything needed to put it back exactly, in the router's own form.</param>
public sealed record TrafficState(TrafficSplit Split, JsonElement Snapshot);
