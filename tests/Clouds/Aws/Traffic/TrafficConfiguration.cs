using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using BlueGreenServerless.Clouds.Aws.LoadBalancing;

namespace BlueGreenServerless.Clouds.Aws.Traffic;

/// <summary>The text of HAProxy's configuration: a frontend for each listener, a backend for each target group.</summary>
/// <param name="logPort">Where a line for each request goes, on 127.0.0.1 by UDP.</param>
internal sealed class TrafficConfiguration(TrafficPlan plan, TrafficFiles files, int logPort)
{
    public const int Slots = 16;

    private readonly StringBuilder text = new();

    public static string Write(TrafficPlan plan, TrafficFiles files, int logPort) => new TrafficConfiguration(plan, files, logPort).Write();

    private string Write()
    {
        Line($"""
            global
                stats socket unix@{files.Socket} mode 600 level admin expose-fd listeners
                log 127.0.0.1:{logPort} len 1024 format raw local0
                hard-stop-after 30s
            defaults
                mode http
                log global
                option http-server-close
                option idle-close-on-response
                retries 0
                timeout connect 5s
                timeout client 60s
                timeout server 60s
                timeout http-keep-alive 60s
            backend nobody
                http-request return status 503 content-type text/html string "503 Service Temporarily Unavailable"
            backend nobody_tcp
                mode tcp
            """);
        foreach (var listener in plan.Balancers.Listeners)
        {
            Frontend(listener);
        }

        for (var index = 0; index < plan.Balancers.Groups.Count; index++)
        {
            Backend(index, plan.Balancers.Groups[index]);
        }

        return text.ToString();
    }

    private void Frontend(Listener listener)
    {
        Line($"frontend {TrafficPlan.FrontName(listener)}\n    bind {LoadBalancer.Address}:{listener.Port}");
        Line(listener.Balancer.Network ? "    mode tcp\n    log-format \"- %b 0 -1 %Tt\"" : $"    log-format \"{listener.Balancer.Dimension} %b %ST %Tr %Ta\"");
        var verb = listener.Balancer.Network ? "tcp-request content" : "http-request";
        foreach (var rule in listener.Rules)
        {
            var conditions = rule.Priority is null ? "" : ConditionText.Of(rule.Conditions);
            Line($"    {verb} set-var(txn.rule) str({TrafficPlan.RuleName(rule)}) if !{{ var(txn.rule) -m found }} {conditions}");
        }

        if (!listener.Balancer.Network)
        {
            Other(listener);
            Sticky();
        }

        Line($"    {verb} set-var(txn.roll) rand(1000000)");
        foreach (var index in plan.GroupsOf(listener))
        {
            Line($"    {verb} set-var(txn.share) var(txn.rule),concat(.{index}),map_str_int({files.Shares},-1)");
            Line($"    {verb} set-var(txn.group) str({index}) if !{{ var(txn.group) -m found }} {{ var(txn.roll),sub(txn.share) lt 0 }}");
        }

        Line($"    {verb} set-var(txn.backend) str(tg_),concat(,txn.group) if {{ var(txn.group) -m found }}");
        Line("    use_backend %[var(txn.backend)] if { var(txn.backend) -m found }\n    default_backend " + (listener.Balancer.Network ? "nobody_tcp" : "nobody"));
    }

    // Rules that answer by themselves
    private void Other(Listener listener)
    {
        foreach (var rule in listener.Rules)
        {
            var last = rule.Applied.Last(action => action!["Type"]!.ToString() is "forward" or "redirect" or "fixed-response")!;
            var here = $"if {{ var(txn.rule) -m str {TrafficPlan.RuleName(rule)} }}";
            if (last["FixedResponseConfig"] is JsonObject answer && last["Type"]!.ToString() == "fixed-response")
            {
                Line($"    http-request return status {answer["StatusCode"]} content-type text/plain string '{answer["MessageBody"]?.ToString().Replace("'", "", StringComparison.Ordinal)}' {here}");
            }
            else if (last["Type"]!.ToString() == "redirect")
            {
                Line($"    http-request redirect scheme https code 301 {here}");
            }
        }
    }

    // Whoever holds the cookie stays with its group for as long as the rule names it, whatever its weight is
    private void Sticky() => Line($$"""
            http-request set-var(txn.sticky) var(txn.rule),concat(.sticky),map_str_int({{files.Shares}},0)
            http-request set-var(txn.old) req.cook(AWSALBTG)
            http-request set-var(txn.stays) var(txn.rule),concat(.member.,txn.old),map_str_int({{files.Shares}},0) if { var(txn.old) -m found }
            http-request set-var(txn.group) var(txn.old) if { var(txn.sticky) -m int gt 0 } { var(txn.stays) -m int eq 1 }
            http-response add-header Set-Cookie "AWSALBTG=%[var(txn.group)]; Path=/; Max-Age=%[var(txn.sticky)]" if { var(txn.sticky) -m int gt 0 }
        """);

    private void Backend(int index, TargetGroup group)
    {
        Line($"backend {TrafficPlan.GroupName(index)}\n    mode {(group.Network ? "tcp" : "http")}\n    balance roundrobin");
        var servers = TargetSlots.Of(group);
        for (var slot = 0; slot < Slots; slot++)
        {
            var (port, ready) = slot < servers.Count ? servers[slot] : (9, false);
            Line(string.Create(CultureInfo.InvariantCulture, $"    server s{slot} {LoadBalancer.Address}:{port}{(ready ? "" : " disabled")}"));
        }
    }

    private void Line(string line) => text.Append(line).Append('\n');
}
