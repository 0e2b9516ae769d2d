using System.Text.Json.Nodes;

namespace BlueGreenServerless.Providers.DigitalOcean.Router;

/// <summary>How a load balancer checks its droplets.</summary>
/// <param name="Path">For HTTP; null when a connection is enough.</param>
/// <param name="Proof">How long a droplet must answer until it counts as healthy.</param>
internal sealed record BalancerCheck(int Port, string? Path, TimeSpan Timeout, TimeSpan Proof)
{
    /// <summary>What is left out has the defaults of the API.</summary>
    /// <param name="proxied">The droplets expect a PROXY line first, so that only the connection can be tried from outside.</param>
    public static BalancerCheck Of(JsonObject json, bool proxied)
    {
        var isProxied = proxied || (json["proxy_protocol"]?.GetValue<bool>() ?? false);
        var isHttp = (json["protocol"]?.ToString() ?? "http") == "http" && !isProxied;
        return new BalancerCheck(
            json["port"]?.GetValue<int>() ?? 80, isHttp ? json["path"]?.ToString() is { Length: > 0 } path ? path : "/" : null,
            TimeSpan.FromSeconds(json["response_timeout_seconds"]?.GetValue<int>() ?? 5),
            TimeSpan.FromSeconds((json["check_interval_seconds"]?.GetValue<int>() ?? 10) * (json["healthy_threshold"]?.GetValue<int>() ?? 3)));
    }
}
