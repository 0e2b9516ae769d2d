using System.Text.Json.Nodes;

namespace BlueGreenServerless.Providers.DigitalOcean.Environments;

/// <summary>
/// The body of <c>POST /v2/load_balancers</c> (digitalocean/openapi, load_balancer_base.yml), and a made one held against it. Only what the
/// file can say is compared; everything else may be changed by others.
/// </summary>
internal static class BalancerRequest
{
    public static JsonObject Of(ManagedEnvironmentOptions options)
    {
        var body = new JsonObject
        {
            ["name"] = options.BalancerName,
            ["region"] = options.Droplets.Region,
            ["size_unit"] = options.LoadBalancer.Nodes,
            ["tag"] = options.Blue,
            ["redirect_http_to_https"] = options.LoadBalancer.RedirectToHttps,
            ["forwarding_rules"] = new JsonArray([.. options.LoadBalancer.Rules.Select(rule => (JsonNode)Rule(rule))]),
            ["health_check"] = Check(options.LoadBalancer.Check),
        };
        if (options.Droplets.Vpc is { } vpc)
        {
            body["vpc_uuid"] = vpc;
        }

        return body;
    }

    /// <summary>Where it is not as the file says, in words; null when it is.</summary>
    public static string? Difference(JsonObject made, ManagedEnvironmentOptions options)
    {
        var wanted = Of(options);
        return made["status"]?.ToString() == "errored" ? "the status 'errored'"
            : Text(made["region"]?["slug"]) != options.Droplets.Region ? $"the region '{made["region"]?["slug"]}', not '{options.Droplets.Region}'"
            : options.Droplets.Vpc is { } vpc && Text(made["vpc_uuid"]) != vpc ? $"the VPC '{made["vpc_uuid"]}', not '{vpc}'"
            : made["size_unit"] is { } nodes && Text(nodes) != Text(wanted["size_unit"]) ? $"'{nodes}' nodes, not '{wanted["size_unit"]}'"
            : Text(made["redirect_http_to_https"] ?? false) != Text(wanted["redirect_http_to_https"]) ? $"the redirect to HTTPS '{made["redirect_http_to_https"]}', not '{wanted["redirect_http_to_https"]}'"
            : !Rules(made).SetEquals(Rules(wanted)) ? $"the rules '{string.Join("', '", Rules(made))}', not '{string.Join("', '", Rules(wanted))}'"
            : CheckText(made) != CheckText(wanted) ? $"the health check '{CheckText(made)}', not '{CheckText(wanted)}'"
            : null;
    }

    private static JsonObject Rule(BalancerRule rule)
    {
        var json = new JsonObject
        {
            ["entry_protocol"] = Word(rule.From), ["entry_port"] = rule.FromPort, ["target_protocol"] = Word(rule.To), ["target_port"] = rule.ToPort,
            ["tls_passthrough"] = rule.TlsPassthrough,
        };
        if (rule.Certificate is { } certificate)
        {
            json["certificate_id"] = certificate;
        }

        return json;
    }

    private static JsonObject Check(BalancerCheckTemplate check)
    {
        var json = new JsonObject
        {
            ["protocol"] = Word(check.Protocol), ["port"] = check.Port, ["check_interval_seconds"] = check.IntervalSeconds,
            ["response_timeout_seconds"] = check.TimeoutSeconds, ["unhealthy_threshold"] = check.Unhealthy, ["healthy_threshold"] = check.Healthy,
        };
        if (check.Protocol != BalancerProtocol.Tcp)
        {
            json["path"] = check.Path;
        }

        return json;
    }

    private static HashSet<string> Rules(JsonObject balancer) => (balancer["forwarding_rules"] as JsonArray ?? []).OfType<JsonObject>()
        .Select(rule => $"{rule["entry_protocol"]}:{rule["entry_port"]} to {rule["target_protocol"]}:{rule["target_port"]}{(Text(rule["tls_passthrough"] ?? false) == "true" ? " passed through" : "")}{(Text(rule["certificate_id"]) is { Length: > 0 } certificate ? $" with {certificate}" : "")}")
        .ToHashSet(StringComparer.Ordinal);

    private static string CheckText(JsonObject balancer)
    {
        var check = balancer["health_check"] as JsonObject ?? [];
        var path = Text(check["protocol"]) == "tcp" ? "" : Text(check["path"]);
        return $"{check["protocol"]}:{check["port"]}{path} every {check["check_interval_seconds"]} s, {check["response_timeout_seconds"]} s, {check["unhealthy_threshold"]} bad, {check["healthy_threshold"]} good";
    }

    private static string Word(BalancerProtocol protocol) => protocol.ToString().ToLowerInvariant();

    private static string Text(JsonNode? node) => node?.ToString() ?? "";
}
