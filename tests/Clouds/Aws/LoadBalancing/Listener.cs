using System.Text.Json.Nodes;

namespace BlueGreenServerless.Clouds.Aws.LoadBalancing;

/// <summary>A listener of a load balancer and its rules; the last one is the default.</summary>
public sealed class Listener(string arn, LoadBalancer balancer, int port)
{
    private readonly Lock gate = new();
    private readonly List<Rule> rules = [];

    public string Arn { get; } = arn;

    public LoadBalancer Balancer { get; } = balancer;

    /// <summary>On 127.0.0.1, also for traffic.</summary>
    public int Port { get; } = port;

    public string Protocol => Balancer.Network ? "TCP" : "HTTP";

    public Rule Default => Rules[^1];

    /// <summary>In the order in which they are tried.</summary>
    public IReadOnlyList<Rule> Rules
    {
        get
        {
            lock (gate)
            {
                return [.. rules.OrderBy(rule => rule.Priority ?? int.MaxValue)];
            }
        }
    }

    internal Rule Add(string ruleArn, int? priority, JsonArray conditions, JsonArray actions)
    {
        var rule = new Rule(ruleArn, this, priority, conditions, actions);
        lock (gate)
        {
            rules.Add(rule);
        }

        return rule;
    }
}
