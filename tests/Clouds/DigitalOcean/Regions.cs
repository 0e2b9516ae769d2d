using System.Text.Json.Nodes;

namespace BlueGreenServerless.Clouds.DigitalOcean;

/// <summary>The one region there is: a slug on the way in, an object on the way out.</summary>
internal static class Regions
{
    public const string Slug = "nyc3";

    public static JsonObject Object() => new()
    {
        ["name"] = "New York 3", ["slug"] = Slug, ["available"] = true, ["features"] = new JsonArray("private_networking", "backups", "metadata"), ["sizes"] = new JsonArray("s-2vcpu-4gb"),
    };
}
