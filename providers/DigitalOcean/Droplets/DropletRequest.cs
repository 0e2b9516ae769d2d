using System.Globalization;
using System.Text.Json.Nodes;

namespace BlueGreenServerless.Providers.DigitalOcean.Droplets;

/// <summary>The body of <c>POST /v2/droplets</c> (digitalocean/openapi, resources/droplets/models/droplet_create.yml).</summary>
internal static class DropletRequest
{
    /// <param name="userData">Null: none.</param>
    public static JsonObject Of(DropletShape shape, string name, string? userData, params string[] tags)
    {
        var body = new JsonObject
        {
            ["name"] = name,
            ["region"] = shape.Region,
            ["size"] = shape.Size,
            ["image"] = IdOrWord(shape.Image),
            ["ssh_keys"] = new JsonArray([.. shape.SshKeys.Select(IdOrWord)]),
            ["tags"] = new JsonArray([.. tags.Select(tag => (JsonNode)tag)]),
            ["monitoring"] = true,
        };
        if (shape.Vpc is { } vpc)
        {
            body["vpc_uuid"] = vpc;
        }

        if (userData is not null)
        {
            body["user_data"] = userData;
        }

        return body;
    }

    /// <summary>Ids are numbers on the wire; slugs and fingerprints are texts.</summary>
    private static JsonNode IdOrWord(string text) => long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : text;
}
