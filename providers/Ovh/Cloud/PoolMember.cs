using System.Text.Json.Nodes;

namespace BlueGreenServerless.Providers.Ovh.Cloud;

/// <summary>A member of a pool as OVH shows it.</summary>
internal sealed record PoolMember(string Path, string Name, long Weight, string Status)
{
    public static PoolMember Of(string pool, JsonObject member) => new(
        $"pool/{pool}/member/{(string?)member["id"]}", $"{(string?)member["address"]}:{(long?)member["protocolPort"]}", (long?)member["weight"] ?? 1,
        (string?)member["operatingStatus"] ?? "unknown");

    /// <summary>Without a monitor there is no evidence; a member with weight 0 says draining for ever.</summary>
    public string? Fault => Status is "online" ? null : Status is "noMonitor" ? $"{Name}: no health monitor" : $"{Name}: {Status}";
}
