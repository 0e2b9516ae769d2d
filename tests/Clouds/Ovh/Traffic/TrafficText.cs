using System.Text;

namespace BlueGreenServerless.Clouds.Ovh.Traffic;

/// <summary>The text of HAProxy's configuration. Weights and pools of fronts stand in commands and a map, so that they change without a reload.</summary>
internal static class TrafficText
{
    public static string Write(TrafficPlan plan, string socket, string map)
    {
        var text = new StringBuilder($"""
            global
                stats socket unix@{socket} mode 600 level admin expose-fd listeners
                hard-stop-after 30s
            defaults
                mode http
                option http-server-close
                retries 0
                timeout connect 5s
                timeout client 60s
                timeout server 60s
                timeout http-keep-alive 60s
                # a busy machine answers late, which is not down; without it a check has only its interval
                timeout check 20s
                default-server inter 250ms fall 2 rise 1
            backend nobody
                http-request return status 503 content-type text/html string "503 Service Unavailable"

            """);
        foreach (var front in plan.Fronts)
        {
            Front(text, front, map);
        }

        foreach (var pool in plan.Pools)
        {
            Pool(text, pool);
        }

        return text.ToString();
    }

    private static void Front(StringBuilder text, TrafficFront front, string map)
    {
        text.Append($"frontend {front.Name}\n    bind 127.0.0.1:{front.Port}\n    mode {(front.Tcp ? "tcp" : "http")}\n");
        foreach (var route in front.Routes)
        {
            text.Append($"    use_backend %[str({route.Name}),map({map})] if {route.Conditions}\n");
        }

        text.Append($"    use_backend %[str({front.Name}),map({map})]\n");
    }

    private static void Pool(StringBuilder text, TrafficPool pool)
    {
        text.Append($"backend {pool.Name}\n    mode {(pool.Tcp ? "tcp" : "http")}\n    balance roundrobin\n");
        if (pool.HealthPath is { } path)
        {
            text.Append($"    option httpchk GET {path}\n    http-check expect status 200\n");
        }

        foreach (var server in pool.Servers)
        {
            text.Append($"    server {server.Name} {server.Address}:{server.Port}{(server.Probed ? " check" : "")}\n");
        }
    }
}
