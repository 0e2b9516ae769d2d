using System.Text.Json.Nodes;

namespace BlueGreenServerless.Clouds.DigitalOcean.LoadBalancers;

/// <summary>A managed load balancer.</summary>
public sealed class BalancerDouble
{
    internal BalancerDouble(int number) => (Number, Id, Ip) = (number, $"4de7ac8b-495b-4884-9a69-{number:x12}", $"127.0.1.{1 + (number % 250)}");

    public string Id { get; }

    /// <summary>Users come in here, on the entry ports of the rules.</summary>
    public string Ip { get; }

    /// <summary><c>new</c>, <c>active</c> or <c>errored</c>.</summary>
    public string Status { get; set; } = "active";

    /// <summary>Changes that were taken.</summary>
    public int Changes { get; internal set; }

    internal int Number { get; }

    /// <summary>Everything that a change can set, but the backends.</summary>
    public JsonObject Settings { get; internal set; } = [];

    /// <summary>Empty: by id.</summary>
    public string Tag { get; set; } = "";

    public IReadOnlyList<long> Ids { get; set; } = [];

    /// <summary>It is <c>new</c> until then.</summary>
    internal DateTimeOffset ActiveFrom { get; set; }

    internal DateTimeOffset BusyUntil { get; set; }

    /// <summary>What is still read until that time.</summary>
    internal (JsonObject Json, DateTimeOffset Until)? Stale { get; set; }

    /// <param name="behind">Ids of the droplets behind it.</param>
    /// <param name="now">The cloud's time.</param>
    internal JsonObject ToJson(IEnumerable<long> behind, DateTimeOffset now)
    {
        var isNew = now < ActiveFrom;
        var json = Settings.DeepClone().AsObject();
        json["id"] = Id;
        json["ip"] = isNew ? "" : Ip;
        json["ipv6"] = "";
        json["status"] = isNew ? "new" : Status;
        json["created_at"] = "2026-01-02T03:04:05Z";
        json["region"] = Regions.Object();
        json["tag"] = Tag;
        json["droplet_ids"] = new JsonArray([.. behind.Select(id => (JsonNode)id)]);
        return json;
    }
}
