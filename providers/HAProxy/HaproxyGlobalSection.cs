namespace BlueGreenServerless.Providers.HAProxy;

/// <summary>The rest of <c>global</c>, and <c>defaults</c>.</summary>
internal static class HaproxyGlobalSection
{
    public static string Render(HaproxyOptions options)
    {
        var lines = new HaproxyLines();
        Global(lines, options);
        Defaults(lines, options.Timeouts);
        Servers(lines, options);
        return lines.ToString();
    }

    private static void Global(HaproxyLines lines, HaproxyOptions options)
    {
        // whoever can open the socket can move the traffic
        var access = options.Group is null ? "mode 600" : $"mode 660 group {options.Group}";
        lines.Add($"stats socket unix@{options.Socket} {access} level admin expose-fd listeners");
        lines.Add($"hard-stop-after {HaproxyLines.Milliseconds(options.Timeouts.HardStopAfter)}");
        lines.AddIf(options.User is not null, $"user {options.User}");
        lines.AddIf(options.Group is not null, $"group {options.Group}");
        lines.AddIf(options.Log is not null, $"log {options.Log} local0");
    }

    private static void Defaults(HaproxyLines lines, HaproxyTimeouts timeouts)
    {
        lines.Section("defaults");
        lines.Add("mode http");
        lines.Add($"timeout connect {HaproxyLines.Milliseconds(timeouts.Connect)}");
        lines.Add($"timeout client {HaproxyLines.Milliseconds(timeouts.Client)}");
        lines.Add($"timeout server {HaproxyLines.Milliseconds(timeouts.Server)}");
        lines.Add($"timeout queue {HaproxyLines.Milliseconds(timeouts.Queue)}");
        lines.Add($"timeout tunnel {HaproxyLines.Milliseconds(timeouts.Tunnel)}");
        lines.Add("timeout http-request 10s");
    }

    private static void Servers(HaproxyLines lines, HaproxyOptions options)
    {
        var health = options.Health;
        var limit = options.ServerMaxconn is { } maxconn ? $" maxconn {maxconn}" : "";
        lines.AddIf(options.Log is not null, "log global");
        lines.AddIf(options.Log is not null, "option httplog");
        lines.Add("option forwardfor");
        lines.Comment("only a connection that was never made is tried again: no request is sent twice");
        lines.Add("retries 3");
        lines.Add("retry-on conn-failure");
        lines.Add("option redispatch");
        lines.Comment("on a reload, idle clients are told to go with their next answer instead of being cut off before it");
        lines.Add("option idle-close-on-response");
        lines.Comment(options.ServerKeepAlive ? "idle connections to the servers are kept" : "no idle connection occupies a server's worker");
        lines.Add(options.ServerKeepAlive ? "http-reuse safe" : "option http-server-close");
        lines.Add($"timeout check {HaproxyLines.Milliseconds(health.Timeout)}");
        lines.Add($"default-server check inter {HaproxyLines.Milliseconds(health.Interval)} fall {health.Fall} rise {health.Rise}{limit}");
    }
}
