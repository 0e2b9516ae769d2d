using Amazon.ElasticLoadBalancingV2;
using Amazon.ElasticLoadBalancingV2.Model;
using BlueGreenServerless.Failures;
using BlueGreenServerless.Traffic;
using ElbAction = Amazon.ElasticLoadBalancingV2.Model.Action;

namespace BlueGreenServerless.Providers.Aws.Router;

/// <summary>
/// The forward action of a listener or rule that divides its traffic between the two colours. Everything else in the list stays: actions
/// before it, their order, other target groups and their share, stickiness.
/// </summary>
/// <param name="route">ARN of the listener or rule, for messages.</param>
internal sealed class WeightedForward(string route, ActionList list, ColorGroups groups)
{
    /// <summary>The largest weight that AWS takes.</summary>
    private const int MaxWeight = 999;

    /// <summary>Target groups in one action, at most.</summary>
    private const int MaxGroups = 5;

    /// <summary>
    /// True when clients are held on their target group by a cookie. They go on reaching a group of weight 0 until the cookie ends, so a
    /// colour without traffic is then left out of the action.
    /// </summary>
    public bool IsSticky => Forward(list.Actions()).ForwardConfig.TargetGroupStickinessConfig is not null;

    /// <summary>How long a cookie holds a client, in seconds; null when none does.</summary>
    public int? HeldFor => Forward(list.Actions()).ForwardConfig.TargetGroupStickinessConfig is { } sticky ? sticky.DurationSeconds ?? 0 : null;

    public bool Has(Color color) => WeightOf(Forward(list.Actions()), color) is not null;

    /// <summary>In whole percent; a divided traffic is never shown as whole.</summary>
    public TrafficSplit Split()
    {
        var forward = Forward(list.Actions());
        var (blue, green) = (WeightOf(forward, Color.Blue) ?? 0, WeightOf(forward, Color.Green) ?? 0);
        if (blue + green == 0)
        {
            throw new ProviderRefusedException(
                $"The route '{route}' gives both colours the weight '0': nobody reaches them. One must have the traffic. Set the weight of the live one in the console.");
        }

        var share = (int)Math.Round(100.0 * green / (blue + green));
        return TrafficSplit.Toward(Color.Green, green == 0 ? 0 : blue == 0 ? 100 : Math.Clamp(share, 1, 99));
    }

    public ActionList Shifted(TrafficSplit split)
    {
        var actions = list.Actions();
        var forward = Forward(actions);
        var config = forward.ForwardConfig;
        var others = config.TargetGroups.Where(group => !groups.Has(group.TargetGroupArn)).ToList();
        var scale = Scale(others, (WeightOf(forward, Color.Blue) ?? 0) + (WeightOf(forward, Color.Green) ?? 0));
        var colors = Enum.GetValues<Color>()
            .Where(color => split.Of(color) > 0 || config.TargetGroupStickinessConfig is null)
            .Select(color => new TargetGroupTuple { TargetGroupArn = groups.Of(color), Weight = split.Of(color) * scale.Percent });
        foreach (var other in others)
        {
            other.Weight = other.Weight * scale.Others.Numerator / scale.Others.Denominator;
        }

        config.TargetGroups = [.. others, .. colors];
        return config.TargetGroups.Count <= MaxGroups ? ActionList.Of(actions) : throw TooMany();
    }

    /// <summary>With the colour as a member of weight 0, which makes it known to the load balancer and so health-checked.</summary>
    public ActionList Attached(Color color)
    {
        var actions = list.Actions();
        var config = Forward(actions).ForwardConfig;
        if (config.TargetGroups.Exists(group => group.TargetGroupArn == groups.Of(color)))
        {
            return list;
        }

        config.TargetGroups.Add(new TargetGroupTuple { TargetGroupArn = groups.Of(color), Weight = 0 });
        return config.TargetGroups.Count <= MaxGroups ? ActionList.Of(actions) : throw TooMany();
    }

    /// <summary>With nothing but the colour, for a test listener or rule.</summary>
    public ActionList Pointed(Color color)
    {
        var actions = list.Actions();
        var forward = actions.LastOrDefault(action => action.Type == ActionTypeEnum.Forward) ?? throw NoForward();
        forward.ForwardConfig = new ForwardActionConfig { TargetGroups = [new TargetGroupTuple { TargetGroupArn = groups.Of(color), Weight = 1 }] };
        return ActionList.Of(actions);
    }

    private int? WeightOf(ElbAction forward, Color color) =>
        forward.ForwardConfig.TargetGroups.Find(group => group.TargetGroupArn == groups.Of(color))?.Weight;

    private ElbAction Forward(List<ElbAction> actions) =>
        actions.Find(action => action.Type == ActionTypeEnum.Forward && action.ForwardConfig.TargetGroups.Exists(group => groups.Has(group.TargetGroupArn)))
        ?? throw NoForward();

    /// <summary>Other groups keep their share exactly: either weights as they are, or all of them multiplied.</summary>
    private (int Percent, (int Numerator, int Denominator) Others) Scale(List<TargetGroupTuple> others, int colors)
    {
        if (colors == 0 || others.TrueForAll(other => other.Weight is null or 0))
        {
            return (1, (1, 1));
        }

        for (var percent = 1; percent * 100 <= MaxWeight; percent++)
        {
            var factor = percent * 100;
            if (others.TrueForAll(other => other.Weight * factor % colors == 0 && other.Weight * factor / colors <= MaxWeight))
            {
                return (percent, (factor, colors));
            }
        }

        throw new NotSupportedByTargetException(
            $"The route '{route}' shares its traffic with other target groups whose weights '{string.Join(", ", others.Select(other => other.Weight))}' beside " +
            $"'{colors}' for the two colours cannot be kept in whole percent. Allowed are weights up to {MaxWeight}. Give the two colours '100' together.");
    }

    private ProviderRefusedException NoForward() => new(
        $"The route '{route}' forwards to neither '{groups.Blue}' nor '{groups.Green}'. It must forward to one of them. Correct the ARNs, or set its action in the console.");

    private NotSupportedByTargetException TooMany() => new(
        $"The route '{route}' forwards to '{MaxGroups}' target groups already; AWS takes no more in one action. Remove one that is not used.");
}
