using System.Text.Json.Nodes;
using BlueGreenServerless.Clouds.Ovh.Answers;

namespace BlueGreenServerless.Clouds.Ovh.Cloud;

/// <summary>What a project can choose from, and the public price list.</summary>
public sealed class ProjectCatalogue
{
    private readonly List<JsonObject> flavors =
    [
        Flavor("11111111-0000-4000-8000-000000000001", "b3-8", "GRA11"), Flavor("11111111-0000-4000-8000-000000000002", "c3-16", "GRA11"),
        Flavor("11111111-0000-4000-8000-000000000003", "b3-8", "SBG5"),
    ];

    private readonly List<JsonObject> images =
    [
        Image("22222222-0000-4000-8000-000000000001", "Debian 12", "GRA11", "2025-01-10T00:00:00Z"), Image("22222222-0000-4000-8000-000000000002", "Debian 12", "GRA11", "2026-01-10T00:00:00Z"),
        Image("22222222-0000-4000-8000-000000000003", "Debian 12", "SBG5", "2026-01-10T00:00:00Z"),
    ];

    private readonly List<JsonObject> keys = [new JsonObject { ["id"] = "c3No", ["name"] = "deploy", ["publicKey"] = "ssh-ed25519 AAAA", ["regions"] = new JsonArray("GRA11", "SBG5") }];

    /// <summary>Id of the size <c>small</c> of load balancers.</summary>
    public string SmallBalancer => "33333333-0000-4000-8000-000000000001";

    /// <summary>Id of a private network of the project; any other id is the public one's.</summary>
    public string PrivateNetwork => "44444444-0000-4000-8000-000000000001";

    internal JsonArray List(string kind, string? region) => new([.. Of(kind).Where(each => region is null || IsIn(each, region)).Select(each => each.DeepClone())]);

    internal bool Has(string kind, string? id, string region) => Of(kind).Exists(each => (string?)each["id"] == id && IsIn(each, region));

    internal JsonArray BalancerFlavors() => [new JsonObject { ["id"] = SmallBalancer, ["name"] = "small", ["region"] = "GRA11" }];

    /// <summary>Prices are in hundred-millionths; a plan by the month stands beside each by the hour.</summary>
    internal static JsonObject Prices(string? subsidiary) => subsidiary is null ? throw OvhException.Bad("[ovhSubsidiary] Missing parameter") : new JsonObject
    {
        ["catalogId"] = 1,
        ["locale"] = new JsonObject { ["currencyCode"] = "EUR", ["subsidiary"] = subsidiary, ["taxRate"] = 20 },
        ["plans"] = new JsonArray(),
        ["addons"] = new JsonArray(
            Plan("b3-8.monthly.postpaid", 2_600_000_000, "renew", "b3-8"), Plan("b3-8.consumption", 5_120_000, "consumption", "b3-8"), Plan("c3-16.consumption", 18_250_000, "consumption", "c3-16"),
            Plan("octavia-loadbalancer.loadbalancer-s.hour.consumption", 830_000, "consumption", "small"),
            Plan("floatingip.floatingip.hour.consumption", 250_000, "consumption", "floatingip"), Plan("gateway.s.hour.consumption", 270_000, "consumption", "s")),
    };

    private static bool IsIn(JsonObject each, string region) =>
        (string?)each["region"] == region || (each["regions"] as JsonArray ?? []).Any(one => (string?)one == region);

    private static JsonObject Flavor(string id, string name, string region) => new()
    {
        ["id"] = id, ["name"] = name, ["region"] = region, ["osType"] = "linux", ["available"] = true,
        ["planCodes"] = new JsonObject { ["hourly"] = $"{name}.consumption", ["monthly"] = $"{name}.monthly.postpaid", ["license"] = null },
    };

    private static JsonObject Image(string id, string name, string region, string created) => new()
    {
        ["id"] = id, ["name"] = name, ["region"] = region, ["user"] = "debian", ["creationDate"] = created, ["status"] = "active", ["visibility"] = "public",
    };

    private static JsonObject Plan(string code, long price, string capacity, string name) => new()
    {
        ["planCode"] = code, ["invoiceName"] = code, ["blobs"] = new JsonObject { ["technical"] = new JsonObject { ["name"] = name } },
        ["pricings"] = new JsonArray(new JsonObject { ["capacities"] = new JsonArray(capacity), ["price"] = price, ["interval"] = 1, ["intervalUnit"] = "none", ["mode"] = "default" }),
    };

    private List<JsonObject> Of(string kind) => kind switch { "flavor" => flavors, "image" => images, "sshkey" => keys, _ => throw OvhException.NotFound(kind) };
}
