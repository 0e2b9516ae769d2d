using System.Text.Json.Nodes;

namespace BlueGreenServerless.Clouds.DigitalOcean.Droplets;

/// <summary>Sizes of droplets with their prices, as <c>GET /v2/sizes</c> told them (digitalocean/openapi, resources/sizes).</summary>
public static class DropletSizes
{
    private static readonly (string Slug, int Memory, int Cpus, int Disk, decimal Monthly, bool Available, string[] Regions)[] All =
    [
        ("s-1vcpu-512mb-10gb", 512, 1, 10, 4.0m, true, ["fra1", Regions.Slug]),
        ("s-1vcpu-1gb", 1024, 1, 25, 6.0m, true, ["fra1", Regions.Slug]),
        ("s-1vcpu-2gb", 2048, 1, 50, 12.0m, true, ["fra1", Regions.Slug]),
        ("s-2vcpu-2gb", 2048, 2, 60, 18.0m, true, ["fra1", Regions.Slug]),
        ("s-2vcpu-4gb", 4096, 2, 80, 24.0m, true, ["fra1", Regions.Slug]),
        ("s-4vcpu-8gb", 8192, 4, 160, 48.0m, true, ["fra1"]),
        ("c-1vcpu-2gb", 2048, 1, 20, 20.0m, false, []),
    ];

    public static bool Has(string slug) => Array.Exists(All, size => size.Slug == slug);

    internal static IReadOnlyList<JsonObject> ToJson() =>
    [
        .. All.Select(size => new JsonObject
        {
            ["slug"] = size.Slug,
            ["memory"] = size.Memory,
            ["vcpus"] = size.Cpus,
            ["disk"] = size.Disk,
            ["transfer"] = 1.0,
            ["price_monthly"] = size.Monthly,
            ["price_hourly"] = Math.Round(size.Monthly / 672, 5),
            ["regions"] = new JsonArray([.. size.Regions.Select(region => (JsonNode)region)]),
            ["available"] = size.Available,
            ["description"] = "Basic",
        }),
    ];
}
