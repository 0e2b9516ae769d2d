using System.Globalization;
using System.Text.Json.Nodes;

namespace BlueGreenServerless.Clouds.Ovh.Balancing;

/// <summary>A refresh as the API shows it.</summary>
internal sealed class RefreshTask(long id, IReadOnlyList<string> zones, DateTimeOffset created)
{
    public long Id { get; } = id;

    public IReadOnlyList<string> Zones { get; } = zones;

    /// <summary>todo, doing, done, error, cancelled or blocked.</summary>
    public string Status { get; set; } = "todo";

    public DateTimeOffset? Done { get; set; }

    public bool Runs => Status is "todo" or "doing" or "blocked";

    public JsonObject Show() => new()
    {
        ["id"] = Id,
        ["action"] = "refreshIplb",
        ["status"] = Status,
        ["progress"] = Status == "done" ? 100 : 0,
        ["zones"] = new JsonArray([.. Zones.Select(zone => (JsonNode)zone)]),
        ["creationDate"] = created.ToString("O", CultureInfo.InvariantCulture),
        ["doneDate"] = Done?.ToString("O", CultureInfo.InvariantCulture),
    };
}
