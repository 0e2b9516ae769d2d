using System.Text.Json.Nodes;

namespace BlueGreenServerless.Clouds.Aws.LoadBalancing;

/// <summary>A rule of a listener: what the API says it does, and what the traffic does already.</summary>
public sealed class Rule
{
    private readonly Lock gate = new();
    private JsonArray conditions;
    private JsonArray actions;
    private JsonArray applied;

    internal Rule(string arn, Listener listener, int? priority, JsonArray conditions, JsonArray actions)
    {
        (Arn, Listener, Priority, this.conditions, this.actions) = (arn, listener, priority, conditions, actions);
        applied = (JsonArray)actions.DeepClone();
    }

    public string Arn { get; }

    public Listener Listener { get; }

    /// <summary>Null for the default rule.</summary>
    public int? Priority { get; }

    /// <summary>A copy of what DescribeRules says.</summary>
    public JsonArray Actions => Copy(ref actions);

    public JsonArray Conditions => Copy(ref conditions);

    /// <summary>Weights of the target groups that the traffic follows, by ARN.</summary>
    public IReadOnlyList<WeightedGroup> Traffic => WeightedGroup.Of(Copy(ref applied));

    /// <summary>How long a client stays with its target group; null when it does not.</summary>
    public int? StickySeconds => WeightedGroup.Stickiness(Copy(ref applied));

    internal JsonArray Applied => Copy(ref applied);

    internal void Change(JsonArray? newConditions, JsonArray? newActions)
    {
        lock (gate)
        {
            conditions = newConditions ?? conditions;
            actions = newActions ?? actions;
        }
    }

    internal void Apply(JsonArray reached)
    {
        lock (gate)
        {
            applied = reached;
        }
    }

    private JsonArray Copy(ref JsonArray kept)
    {
        lock (gate)
        {
            return (JsonArray)kept.DeepClone();
        }
    }
}
