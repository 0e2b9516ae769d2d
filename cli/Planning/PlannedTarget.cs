using System.Text.Json;
using BlueGreenServerless.Traffic;

namespace BlueGreenServerless.Cli.Planning;

/// <param name="Idle">The colour that would get the new version; null while the traffic is divided or cannot be read.</param>
/// <param name="Snapshot">What a rollback would restore, in the router's own form.</param>
/// <param name="Hosts">Hosts of the idle colour; null when they could not be counted.</param>
internal sealed record PlannedTarget(
    string Name, string Router, string HostsBy, string? Fleet, string Metrics, TrafficSplit? Split, Color? Idle, JsonElement? Snapshot, int? Hosts, string Abilities);
