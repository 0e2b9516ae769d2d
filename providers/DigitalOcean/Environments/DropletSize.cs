using System.Text.Json.Nodes;

namespace BlueGreenServerless.Providers.DigitalOcean.Environments;

/// <summary>A size of droplets (digitalocean/openapi, resources/sizes/models/size.yml).</summary>
/// <param name="PriceMonthly">US dollars for a whole month; null when it is not told.</param>
/// <param name="IsAvailable">New droplets may have it, in these regions.</param>
internal sealed record DropletSize(string Slug, decimal? PriceMonthly, bool IsAvailable, IReadOnlyList<string> Regions)
{
    public static DropletSize Of(JsonObject json) => new(
        json["slug"]?.ToString() ?? "", json["price_monthly"] is JsonValue price && price.TryGetValue<decimal>(out var amount) ? amount : null,
        json["available"] is JsonValue available && available.TryGetValue<bool>(out var isAvailable) && isAvailable,
        [.. (json["regions"] as JsonArray ?? []).OfType<JsonValue>().Select(region => region.ToString())]);
}
