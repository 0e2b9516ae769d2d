using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using BlueGreenServerless.Clouds.Aws.Protocols;
using BlueGreenServerless.Clouds.Aws.Signing;
using BlueGreenServerless.Testing.Net;

namespace BlueGreenServerless.Clouds.Aws.LoadBalancing;

/// <summary>The load balancers of the account, as a test sets them up.</summary>
public sealed class Balancers(AwsDoubleOptions options)
{
    private readonly ConcurrentQueue<LoadBalancer> balancers = new();
    private readonly ConcurrentQueue<Listener> listeners = new();
    private readonly ConcurrentQueue<TargetGroup> groups = new();
    private readonly ConcurrentDictionary<ITimer, bool> changes = new();
    private int made;

    /// <summary>Says how a target is, for tests without processes behind; null: it is asked over HTTP. Groups that nobody uses are not asked.</summary>
    public Func<TargetGroup, Target, TargetState>? Health { get; set; }

    /// <summary>Is told of every change of a rule, before it is answered and again when the traffic has followed.</summary>
    public Action<Rule>? Changed { get; set; }

    /// <summary>Is told when traffic has to follow a change.</summary>
    internal Func<Task>? Traffic { get; set; }

    public IReadOnlyList<LoadBalancer> All => [.. balancers];

    public IReadOnlyList<Listener> Listeners => [.. listeners];

    public IReadOnlyList<TargetGroup> Groups => [.. groups];

    internal IEnumerable<Rule> Rules => listeners.SelectMany(listener => listener.Rules);

    internal AwsDoubleOptions Options => options;

    public LoadBalancer Add(string name, bool network = false)
    {
        var balancer = new LoadBalancer(Arn($"loadbalancer/{(network ? "net" : "app")}/{name}/{Id()}"), name, network, options.Clock.GetUtcNow());
        balancers.Enqueue(balancer);
        return balancer;
    }

    public TargetGroup AddGroup(string name, int port = 80, bool network = false, int healthyThreshold = 2, int unhealthyThreshold = 2)
    {
        var group = new TargetGroup(Arn($"targetgroup/{name}/{Id()}"), name, port, network) { HealthyThreshold = healthyThreshold, UnhealthyThreshold = unhealthyThreshold };
        groups.Enqueue(group);
        return group;
    }

    /// <summary>A listener that forwards to the groups by their weights.</summary>
    /// <param name="balancer">Its load balancer.</param>
    /// <param name="port">0 for any free one.</param>
    /// <param name="forward">Group and weight, in order.</param>
    public Listener AddListener(LoadBalancer balancer, int port, params (TargetGroup Group, int Weight)[] forward)
    {
        var listener = new Listener($"{balancer.Arn.Replace(":loadbalancer/", ":listener/", StringComparison.Ordinal)}/{Id()}", balancer, port == 0 ? FreePort.Next() : port);
        listener.Add(RuleArn(listener), null, [], Forward(listener, forward));
        listeners.Enqueue(listener);
        return listener;
    }

    /// <summary>A rule for requests with a host name or a header's value.</summary>
    public Rule AddRule(Listener listener, int priority, JsonObject condition, params (TargetGroup Group, int Weight)[] forward) =>
        listener.Add(RuleArn(listener), priority, new JsonArray(condition), Forward(listener, forward));

    internal bool InUse(TargetGroup group) => Rules.Any(rule => rule.Traffic.Any(weighted => weighted.Arn == group.Arn));

    /// <summary>Load balancers that forward to the group, by what the API says.</summary>
    internal IEnumerable<string> BalancersOf(TargetGroup group) => Rules
        .Where(rule => WeightedGroup.Of(rule.Actions).Any(weighted => weighted.Arn == group.Arn)).Select(rule => rule.Listener.Balancer.Arn).Distinct(StringComparer.Ordinal);

    /// <summary>The API shows the change at once; the traffic follows later.</summary>
    internal void Change(Rule rule, JsonArray? conditions, JsonArray? actions)
    {
        var change = rule.Change(conditions, actions);
        var wanted = rule.Actions;
        Changed?.Invoke(rule);
        ITimer? timer = null;
        var set = new TaskCompletionSource();
        timer = options.Clock.CreateTimer(
            _ =>
            {
                rule.Apply(change, wanted);
                Changed?.Invoke(rule);
                _ = Traffic?.Invoke();
                _ = set.Task.ContinueWith(_ => Forget(timer!), TaskScheduler.Default);
            },
            null, options.Propagation, Timeout.InfiniteTimeSpan);
        changes[timer] = true;
        set.SetResult();
    }

    private void Forget(ITimer timer)
    {
        changes.TryRemove(timer, out _);
        timer.Dispose();
    }

    private JsonArray Forward(Listener listener, (TargetGroup Group, int Weight)[] forward)
    {
        var tuples = forward.Select(pair => (JsonNode)new JsonObject { ["TargetGroupArn"] = pair.Group.Arn, ["Weight"] = $"{pair.Weight}" });
        var action = new JsonObject { ["Type"] = "forward", ["ForwardConfig"] = new JsonObject { ["TargetGroups"] = new JsonArray([.. tuples]) } };
        return new ActionRules(this, listener).Checked(new Input(new JsonObject { ["Actions"] = new JsonArray(action) }), "Actions")!;
    }

    private string Arn(string resource) => $"arn:aws:elasticloadbalancing:{options.Region}:{options.Account}:{resource}";

    private string RuleArn(Listener listener) => $"{listener.Arn.Replace(":listener/", ":listener-rule/", StringComparison.Ordinal)}/{Id()}";

    private string Id() => SigningKey.Hash($"balancing {Interlocked.Increment(ref made)}")[..16];
}
