using System.Text.Json.Nodes;
using BlueGreenServerless.Failures;

namespace BlueGreenServerless.Providers.DigitalOcean.Router;

/// <summary>
/// A load balancer as the API describes it. A change replaces the whole object, and what is left out of it goes back to its default
/// (digitalocean/openapi, loadBalancers_update.yml), so the object is kept as it came: fields that nobody here knows are sent back too.
/// </summary>
internal sealed class BalancerObject
{
    /// <summary>Said by the API, not to be said to it.</summary>
    private static readonly string[] ReadOnly = ["id", "ip", "ipv6", "status", "created_at"];

    private readonly JsonObject json;

    /// <exception cref="ProviderRefusedException">The JSON is no load balancer.</exception>
    public BalancerObject(JsonObject json)
    {
        this.json = json;
        Id = json["id"]?.ToString() ?? throw NotUnderstood(json, null);
        try
        {
            Backends = json["tag"]?.ToString() is { Length: > 0 } tag
                ? BackendSet.OfTag(tag)
                : BackendSet.OfDroplets((json["droplet_ids"] as JsonArray ?? []).Select(id => id?.GetValue<long>() ?? 0));
            Check = BalancerCheck.Of(json["health_check"] as JsonObject ?? [], json["enable_proxy_protocol"]?.GetValue<bool>() ?? false);
            HttpPort = (json["forwarding_rules"] as JsonArray ?? []).OfType<JsonObject>()
                .FirstOrDefault(rule => rule["target_protocol"]?.ToString() == "http")?["target_port"]?.GetValue<int>();
        }
        catch (Exception wrong) when (wrong is InvalidOperationException or FormatException)
        {
            throw NotUnderstood(json, wrong);
        }
    }

    public string Id { get; }

    public string Name => json["name"]?.ToString() ?? Id;

    /// <summary><c>new</c>, <c>active</c> or <c>errored</c>.</summary>
    public string Status => json["status"]?.ToString() ?? "";

    public BackendSet Backends { get; }

    public BalancerCheck Check { get; }

    /// <summary>Where the first rule for HTTP leads on the droplets; null when there is none.</summary>
    public int? HttpPort { get; }

    /// <summary>The whole object with other backends, in the form that a change takes.</summary>
    public JsonObject With(BackendSet backends)
    {
        var request = new JsonObject(json.Where(field => field.Value is not null && !ReadOnly.Contains(field.Key, StringComparer.Ordinal) && !IsNoId(field))
            .Select(field => KeyValuePair.Create(field.Key, field.Value?.DeepClone())));
        if (request["region"] is JsonObject region)
        {
            // an object on the way out, its slug on the way in
            request["region"] = region["slug"]?.DeepClone();
        }

        if (request.ContainsKey("size_unit"))
        {
            // two words for one thing, of which only one may be given (godo, LoadBalancerRequest)
            request.Remove("size");
        }

        request.Remove("tag");
        request.Remove("droplet_ids");
        request[backends.Tag is null ? "droplet_ids" : "tag"] = backends.Tag is { } tag ? tag : new JsonArray([.. backends.DropletIds.Select(id => (JsonNode)id)]);
        return request;
    }

    /// <summary>An empty id says that there is none, which is what leaving it out says (godo, omitempty).</summary>
    private static bool IsNoId(KeyValuePair<string, JsonNode?> field) =>
        (field.Key.EndsWith("_uuid", StringComparison.Ordinal) || field.Key.EndsWith("_id", StringComparison.Ordinal)) && field.Value?.ToString() is "";

    private static ProviderRefusedException NotUnderstood(JsonObject json, Exception? wrong) => new(
        $"DigitalOcean described the load balancer '{json["name"]}' in a way that is not understood. It must have an id, and numbers for ports and droplets. Report this.", wrong);
}
