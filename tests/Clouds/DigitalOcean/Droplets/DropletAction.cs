using System.Globalization;
using System.Text.Json.Nodes;

namespace BlueGreenServerless.Clouds.DigitalOcean.Droplets;

/// <summary>Something that is done to a droplet and takes its time.</summary>
/// <param name="Fails">It ends in an error and without its effect.</param>
internal sealed record DropletAction(long Id, string Type, long DropletId, DateTimeOffset Started, DateTimeOffset Ends, bool Fails)
{
    public bool IsOver(DateTimeOffset now) => now >= Ends;

    public JsonObject ToJson(DateTimeOffset now) => new()
    {
        ["id"] = Id,
        ["status"] = !IsOver(now) ? "in-progress" : Fails ? "errored" : "completed",
        ["type"] = Type,
        ["started_at"] = Text(Started),
        ["completed_at"] = IsOver(now) ? Text(Ends) : null,
        ["resource_id"] = DropletId,
        ["resource_type"] = "droplet",
        ["region"] = null,
        ["region_slug"] = "nyc3",
    };

    private static string Text(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
}
