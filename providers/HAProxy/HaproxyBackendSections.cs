using BlueGreenServerless.Traffic;

namespace BlueGreenServerless.Providers.HAProxy;

/// <summary>The two colours, and the table of the counters.</summary>
internal static class HaproxyBackendSections
{
    public static string Render(HaproxyOptions options)
    {
        var lines = new HaproxyLines();
        Backend(lines, options, Color.Blue, options.Blue);
        Backend(lines, options, Color.Green, options.Green);
        lines.Section($"backend {HaproxyConfiguration.AnswersTable}");
        lines.Add($"stick-table type string len 8 size 16 store gpc({HaproxyHistogram.Buckets + 2})");
        return lines.ToString();
    }

    private static void Backend(HaproxyLines lines, HaproxyOptions options, Color color, IReadOnlyList<string> servers)
    {
        lines.Section($"backend {options.Backends.Of(color)}");
        lines.Add("balance roundrobin");
        lines.Add("option httpchk");
        lines.Add($"http-check send meth GET uri {options.Health.Path} ver HTTP/1.1 hdr Host {options.Health.Host}");
        lines.Add("http-check expect status 200-299");
        for (var index = 0; index < servers.Count; index++)
        {
            var server = HaproxyServer.Parse(servers[index], color, index)!;
            lines.Add($"server {server.Name} {server.Address}:{server.Port}");
        }
    }
}
