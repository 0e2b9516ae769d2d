using System.Text.Json.Nodes;
using BlueGreenServerless.Clouds.DigitalOcean.Answers;

namespace BlueGreenServerless.Clouds.DigitalOcean.LoadBalancers;

/// <summary>
/// The fields of a load balancer with their defaults (digitalocean/openapi, load_balancer_base.yml). What a change leaves out goes back to
/// its default, in objects within the object too.
/// </summary>
internal sealed class BalancerFields(IReadOnlyDictionary<string, JsonNode> newFields)
{
    public const int MostDroplets = 10;

    private static readonly string[] Fixed = ["type", "network", "network_stack", "vpc_uuid"];

    /// <param name="before">Null for a new one.</param>
    /// <exception cref="ApiException">The request is not acceptable.</exception>
    public JsonObject Of(JsonObject request, JsonObject? before)
    {
        Check(request);
        var settings = new JsonObject();
        foreach (var (name, fallback) in Defaults())
        {
            settings[name] = (request[name] ?? fallback)?.DeepClone();
        }

        settings["name"] = request["name"]!.DeepClone();
        settings["forwarding_rules"] = new JsonArray([.. request["forwarding_rules"]!.AsArray().Select(rule => (JsonNode)Over(rule!.AsObject(), Rule()))]);
        settings["health_check"] = Over(request["health_check"] as JsonObject ?? [], Check());
        settings["sticky_sessions"] = request["sticky_sessions"] is JsonObject { Count: > 0 } sticky ? sticky.DeepClone() : new JsonObject { ["type"] = "none" };
        settings["size"] = (string?)request["size"] ?? (int)settings["size_unit"]! switch { 1 => "lb-small", 3 => "lb-medium", 6 => "lb-large", _ => null };
        foreach (var name in before is null ? [] : Fixed.Where(name => !JsonNode.DeepEquals(settings[name], before[name])))
        {
            throw ApiException.Unprocessable($"{name} cannot be changed after creation");
        }

        return settings;
    }

    private Dictionary<string, JsonNode?> Defaults() => new(newFields.ToDictionary(field => field.Key, field => (JsonNode?)field.Value), StringComparer.Ordinal)
    {
        ["algorithm"] = "round_robin",
        ["size_unit"] = 1,
        ["redirect_http_to_https"] = false,
        ["enable_proxy_protocol"] = false,
        ["enable_backend_keepalive"] = false,
        ["http_idle_timeout_seconds"] = 60,
        ["vpc_uuid"] = "760e09ef-dc84-11e8-981e-3cfdfeaae000",
        ["subnet_uuid"] = null,
        ["project_id"] = "9cc10173-e9ea-4176-9dbc-a4cee4c4ff30",
        ["firewall"] = new JsonObject { ["deny"] = new JsonArray(), ["allow"] = new JsonArray() },
        ["disable_lets_encrypt_dns_records"] = false,
        ["network"] = "EXTERNAL",
        ["network_stack"] = "IPV4",
        ["type"] = "REGIONAL",
        ["tls_cipher_policy"] = "DEFAULT",
        ["domains"] = new JsonArray(),
        ["glb_settings"] = null,
        ["target_load_balancer_ids"] = new JsonArray(),
    };

    private static JsonObject Rule() => new()
    {
        ["entry_protocol"] = "http", ["entry_port"] = 80, ["target_protocol"] = "http", ["target_port"] = 80, ["certificate_id"] = "", ["tls_passthrough"] = false,
    };

    private static JsonObject Check() => new()
    {
        ["protocol"] = "http", ["port"] = 80, ["path"] = "/", ["check_interval_seconds"] = 10, ["response_timeout_seconds"] = 5, ["healthy_threshold"] = 3, ["unhealthy_threshold"] = 5,
    };

    private static JsonObject Over(JsonObject given, JsonObject defaults)
    {
        foreach (var (name, value) in given)
        {
            defaults[name] = value?.DeepClone();
        }

        return defaults;
    }

    private static void Check(JsonObject request)
    {
        var fault =
            request["name"] is not JsonValue ? "name is required"
            : request["forwarding_rules"] is not JsonArray { Count: > 0 } ? "forwarding_rules must have at least one entry"
            : request["region"] is not (null or JsonValue) ? "region must be a slug"
            : request["region"] is JsonValue region && region.ToString() != Regions.Slug ? "region is invalid"
            : request["tag"]?.ToString() is { Length: > 0 } && request["droplet_ids"] is JsonArray { Count: > 0 } ? "tag and droplet_ids are mutually exclusive"
            : request["size"] is not null && request["size_unit"] is not null ? "size and size_unit are mutually exclusive"
            : request["droplet_ids"] is JsonArray { Count: > MostDroplets } ? $"at most {MostDroplets} droplets are allowed"
            : request["http_idle_timeout_seconds"] is { } idle && (int)idle is < 30 or > 600 ? "http_idle_timeout_seconds must be between 30 and 600"
            : null;
        if (fault is not null)
        {
            throw ApiException.Unprocessable(fault);
        }
    }
}
