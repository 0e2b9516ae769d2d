using System.Text.Json.Nodes;

namespace BlueGreenServerless.Clouds.DigitalOcean.Droplets;

/// <summary>A droplet. Its addresses are of 127.0.0.0/8, so that real programs can stand behind them.</summary>
public sealed class DropletDouble
{
    internal DropletDouble(long id, string name, int number)
    {
        (Id, Name) = (id, name);
        (Public, Private) = ($"127.0.{10 + (number / 250)}.{1 + (number % 250)}", $"127.0.{110 + (number / 250)}.{1 + (number % 250)}");
    }

    public long Id { get; }

    public string Name { get; }

    /// <summary>Null: it has none.</summary>
    public string? Public { get; set; }

    /// <summary>Null: it has none.</summary>
    public string? Private { get; set; }

    /// <summary><c>new</c>, <c>active</c>, <c>off</c> or <c>archive</c>.</summary>
    public string Status { get; set; } = "active";

    /// <summary>What it was made of.</summary>
    public JsonObject Request { get; init; } = [];

    /// <summary>In the order in which it got them.</summary>
    internal List<string> Tags { get; } = [];

    internal JsonObject ToJson(bool locked) => new()
    {
        ["id"] = Id,
        ["name"] = Name,
        ["memory"] = 4096,
        ["vcpus"] = 2,
        ["disk"] = 80,
        ["locked"] = locked,
        ["status"] = Status,
        ["kernel"] = null,
        ["created_at"] = "2026-01-02T03:04:05Z",
        ["features"] = new JsonArray("monitoring", "private_networking"),
        ["backup_ids"] = new JsonArray(),
        ["snapshot_ids"] = new JsonArray(),
        ["volume_ids"] = new JsonArray(),
        ["image"] = new JsonObject { ["id"] = 63663980, ["slug"] = "debian-12-x64", ["name"] = "12 x64", ["distribution"] = "Debian" },
        ["size_slug"] = "s-2vcpu-4gb",
        ["networks"] = new JsonObject { ["v4"] = Networks(), ["v6"] = new JsonArray() },
        ["region"] = Regions.Object(),
        ["tags"] = new JsonArray([.. Tags.Select(tag => (JsonNode)tag)]),
        ["vpc_uuid"] = "760e09ef-dc84-11e8-981e-3cfdfeaae000",
    };

    // a new one has no addresses yet
    private JsonArray Networks() => Status == "new" ? [] : [.. Network(Private, "private", null), .. Network(Public, "public", "127.0.0.1")];

    private static JsonNode[] Network(string? address, string type, string? gateway) => address is null ? []
        : [new JsonObject { ["ip_address"] = address, ["netmask"] = "255.0.0.0", ["gateway"] = gateway, ["type"] = type }];
}
