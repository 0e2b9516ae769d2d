using System.Globalization;
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

    public IReadOnlyList<string> TagNames => [.. Tags];

    /// <summary>In the order in which it got them.</summary>
    internal List<string> Tags { get; } = [];

    /// <summary>When it was made.</summary>
    public DateTimeOffset Made { get; init; } = new(2026, 1, 2, 3, 4, 5, TimeSpan.Zero);

    /// <param name="locked">An action runs on it.</param>
    /// <param name="tagged">Its tags are seen.</param>
    internal JsonObject ToJson(bool locked, bool tagged) => new()
    {
        ["id"] = Id,
        ["name"] = Name,
        ["memory"] = 4096,
        ["vcpus"] = 2,
        ["disk"] = 80,
        ["locked"] = locked,
        ["status"] = Status,
        ["kernel"] = null,
        ["created_at"] = Made.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture),
        ["features"] = new JsonArray("monitoring", "private_networking"),
        ["backup_ids"] = new JsonArray(),
        ["snapshot_ids"] = new JsonArray(),
        ["volume_ids"] = new JsonArray(),
        ["image"] = Image(),
        ["size_slug"] = Request["size"]?.ToString() ?? "s-2vcpu-4gb",
        ["networks"] = new JsonObject { ["v4"] = Networks(), ["v6"] = new JsonArray() },
        ["region"] = Regions.Object(),
        ["tags"] = new JsonArray([.. Tags.Where(_ => tagged).Select(tag => (JsonNode)tag)]),
        ["vpc_uuid"] = Request["vpc_uuid"]?.ToString() ?? "760e09ef-dc84-11e8-981e-3cfdfeaae000",
    };

    // made of a number: a snapshot, which has no word
    private JsonObject Image() => Request["image"] is JsonValue image && image.TryGetValue<long>(out var id)
        ? new JsonObject { ["id"] = id, ["slug"] = null, ["name"] = "a snapshot", ["distribution"] = "Debian" }
        : new JsonObject { ["id"] = 63663980, ["slug"] = Request["image"]?.ToString() ?? "debian-12-x64", ["name"] = "12 x64", ["distribution"] = "Debian" };

    // a new one has no addresses yet
    private JsonArray Networks() => Status == "new" ? [] : [.. Network(Private, "private", null), .. Network(Public, "public", "127.0.0.1")];

    private static JsonNode[] Network(string? address, string type, string? gateway) => address is null ? []
        : [new JsonObject { ["ip_address"] = address, ["netmask"] = "255.0.0.0", ["gateway"] = gateway, ["type"] = type }];
}
