using System.Globalization;
using System.Text.Json.Nodes;
using BlueGreenServerless.Providers.DigitalOcean.Droplets;

namespace BlueGreenServerless.Providers.DigitalOcean.Environments;

/// <summary>A droplet with what it was made of, as far as the API tells that; user data and keys it does not.</summary>
/// <param name="ImageWord">Null when the image has none (any more).</param>
/// <param name="Vpc">Null when it is not told.</param>
/// <param name="Made">Null when it is not told.</param>
internal sealed record MadeDroplet(Droplet Droplet, string Region, string Size, string? ImageWord, string ImageId, string? Vpc, DateTimeOffset? Made)
{
    public static MadeDroplet Of(JsonObject json) => new(
        Droplet.Of(json), json["region"]?["slug"]?.ToString() ?? "", json["size_slug"]?.ToString() ?? "",
        json["image"]?["slug"]?.ToString(), json["image"]?["id"]?.ToString() ?? "", json["vpc_uuid"]?.ToString(),
        DateTimeOffset.TryParse(json["created_at"]?.ToString(), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var made) ? made : null);

    public bool Has(string tag) => Droplet.Tags.Contains(tag, StringComparer.OrdinalIgnoreCase);

    /// <summary>Where it is not as the file says, in words; null when it is.</summary>
    public string? DifferenceTo(DropletShape shape, string tag) =>
        Droplet.Status == "archive" ? "the status 'archive'"
        : Size != shape.Size ? $"the size '{Size}', not '{shape.Size}'"
        : Region != shape.Region ? $"the region '{Region}', not '{shape.Region}'"
        : ImageWord is not null && shape.Image != ImageWord && shape.Image != ImageId ? $"the image '{ImageWord}', not '{shape.Image}'"
        : shape.Vpc is not null && Vpc is not null && Vpc != shape.Vpc ? $"the VPC '{Vpc}', not '{shape.Vpc}'"
        : !Has(tag) ? $"the tags '{string.Join("', '", Droplet.Tags)}', not '{tag}'"
        : null;
}
