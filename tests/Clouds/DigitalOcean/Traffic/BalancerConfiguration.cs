using System.Text;
using System.Text.Json.Nodes;
using BlueGreenServerless.Clouds.DigitalOcean.LoadBalancers;

namespace BlueGreenServerless.Clouds.DigitalOcean.Traffic;

/// <summary>The text of HAProxy's configuration: a frontend and a backend for each rule of each load balancer.</summary>
internal static class BalancerConfiguration
{
    public static string Write(BalancerCloud cloud, BalancerFiles files)
    {
        var text = new StringBuilder($"""
            global
                stats socket unix@{files.Socket} mode 600 level admin expose-fd listeners
                hard-stop-after 30s
            defaults
                mode http
                option http-server-close
                option idle-close-on-response
                option redispatch
                retries 3
                timeout connect 2s
                timeout client 60s
                timeout server 60s
                # a busy machine answers late, which is not down; without it a check has only its interval
                timeout check 20s
                default-server check inter 200ms fall 2 rise 1

            """);
        foreach (var balancer in cloud.All)
        {
            foreach (var rule in balancer.Settings["forwarding_rules"]!.AsArray().OfType<JsonObject>())
            {
                Rule(text, cloud, balancer, rule);
            }
        }

        return text.ToString();
    }

    private static void Rule(StringBuilder text, BalancerCloud cloud, BalancerDouble balancer, JsonObject rule)
    {
        var name = $"lb{balancer.Number}_{rule["entry_port"]}";
        var check = balancer.Settings["health_check"]!;
        text.Append($"frontend {name}\n    bind {balancer.Ip}:{rule["entry_port"]}\n    default_backend {name}\n");
        text.Append($"backend {name}\n");
        if (check["protocol"]?.ToString() == "http")
        {
            text.Append($"    option httpchk GET {check["path"]}\n    http-check expect status 200-399\n");
        }

        foreach (var droplet in cloud.Behind(balancer).Where(droplet => droplet is { Status: "active", Public: not null }))
        {
            text.Append($"    server d{droplet.Id} {droplet.Public}:{rule["target_port"]} port {check["port"]}\n");
        }
    }
}
