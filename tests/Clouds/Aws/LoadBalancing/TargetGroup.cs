using System.Collections.Concurrent;

namespace BlueGreenServerless.Clouds.Aws.LoadBalancing;

/// <summary>A target group: what it checks, what it is told to do, who is in it.</summary>
public sealed class TargetGroup(string arn, string name, int port, bool network)
{
    private readonly Lock gate = new();
    private readonly List<TargetEntry> entries = [];

    public string Arn { get; } = arn;

    public string Name { get; } = name;

    public int Port { get; } = port;

    /// <summary>For network load balancers.</summary>
    public bool Network { get; } = network;

    public string HealthPath { get; init; } = "/health";

    /// <summary>Only what DescribeTargetGroups says; how often it is really checked is an option of the double.</summary>
    public int HealthIntervalSeconds { get; init; } = 5;

    public int HealthyThreshold { get; init; } = 2;

    public int UnhealthyThreshold { get; init; } = 2;

    /// <summary>By the names of AWS, such as deregistration_delay.timeout_seconds.</summary>
    public ConcurrentDictionary<string, string> Attributes { get; } = new(StringComparer.Ordinal)
    {
        ["deregistration_delay.timeout_seconds"] = "300",
        ["load_balancing.algorithm.type"] = "round_robin",
        ["load_balancing.cross_zone.enabled"] = "use_load_balancer_configuration",
        ["slow_start.duration_seconds"] = "0",
        ["stickiness.enabled"] = "false",
        ["stickiness.lb_cookie.duration_seconds"] = "86400",
        ["stickiness.type"] = "lb_cookie",
    };

    /// <summary>The part of its ARN that CloudWatch knows it by.</summary>
    public string Dimension => Arn[(Arn.LastIndexOf(':') + 1)..];

    internal IReadOnlyList<TargetEntry> Entries
    {
        get
        {
            lock (gate)
            {
                return [.. entries];
            }
        }
    }

    public void Register(Target target)
    {
        lock (gate)
        {
            entries.RemoveAll(entry => entry.Target == target);
            entries.Add(new TargetEntry(target));
        }
    }

    /// <summary>Shows the target as draining until its deregistration delay is over.</summary>
    public void Deregister(string id, TimeProvider clock)
    {
        var delay = TimeSpan.FromSeconds(int.Parse(Attributes["deregistration_delay.timeout_seconds"], System.Globalization.CultureInfo.InvariantCulture));
        lock (gate)
        {
            foreach (var entry in entries.Where(entry => entry.Target.Id == id))
            {
                entry.Drain(clock.GetUtcNow() + delay);
            }
        }
    }

    internal void ForgetDrained(DateTimeOffset now)
    {
        lock (gate)
        {
            entries.RemoveAll(entry => entry.DrainedAt <= now);
        }
    }
}
