using System.Text.Json.Nodes;

namespace BlueGreenServerless.Providers.Ovh.Balancing;

/// <summary>A server of a farm as OVH shows it.</summary>
/// <param name="Path">Below the service.</param>
/// <param name="Port">Its own or the farm's; null when it is the front-end's.</param>
/// <param name="IsOn">False for one that gets no traffic by its status.</param>
/// <param name="IsProbed">Both the farm has a probe and the server uses it.</param>
/// <param name="States">One for each instance of the load balancer.</param>
internal sealed record FarmServer(string Path, string Address, long? Port, long Weight, bool IsOn, bool IsProbed, IReadOnlyList<ServerState> States)
{
    public static FarmServer Of(string path, JsonObject farm, JsonObject server)
    {
        var weight = TrafficField.Read(path, server) ?? 1;
        return new FarmServer(
            path, (string?)server["address"] ?? "", (long?)server["port"] ?? (long?)farm["port"], weight,
            (string?)server["status"] == "active",
            farm["probe"] is JsonObject probe && (string?)probe["type"] is not null && (bool?)server["probe"] == true,
            [.. (server["serverState"] as JsonArray ?? []).OfType<JsonObject>().Select(ServerState.Of)]);
    }

    /// <summary>It gets traffic, by its status and its weight.</summary>
    public bool IsActive => IsOn && Weight > 0;

    public string Name => Port is { } port ? $"{Address}:{port}" : Address;

    /// <summary>Why it is not healthy, in words; null when it is.</summary>
    public string? Fault =>
        !IsProbed ? $"{Name}: not probed"
            : States.Count == 0 ? $"{Name}: not checked yet"
            : States.FirstOrDefault(state => !state.IsUp) is { } down ? $"{Name}: {down}" : null;
}
