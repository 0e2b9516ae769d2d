using Amazon.ElasticLoadBalancingV2.Model;
using BlueGreenServerless.Failures;
using BlueGreenServerless.Ports;
using BlueGreenServerless.Providers.Aws.Clients;
using BlueGreenServerless.Providers.Aws.Metrics;
using BlueGreenServerless.Traffic;

namespace BlueGreenServerless.Providers.Aws.Router;

/// <summary>
/// Looks at listeners, rules and target groups for what a release would stumble over:
/// <code>
/// a route that is not known, or forwards to neither group          stops
/// cookies that hold clients, without / with a test route           stops / warning
/// a group that is not known, or belongs to another load balancer   stops
/// a group that itself holds clients by a cookie                    stops: AWS refuses two groups then
/// a group that no listener names, without targets, unhealthy       warning: Prepare attaches it, a fleet fills it
/// </code>
/// Rights to change cannot be tried without changing, so only reading is.
/// </summary>
internal sealed class RouterExamination(AwsOptions options, AwsAccount account)
{
    private readonly ColorGroups groups = new(options.Blue, options.Green);
    private readonly Routes routes = new(account);

    public async Task<IReadOnlyList<Diagnosis>> RunAsync(CancellationToken cancellationToken)
    {
        var seen = new List<Diagnosis>();
        foreach (var route in options.Listeners)
        {
            seen.AddRange(await RouteAsync(route, list => Production(route, list), cancellationToken));
        }

        if (options.Preview is { } preview)
        {
            seen.AddRange(await RouteAsync(preview, list => Test(preview, list), cancellationToken));
        }

        foreach (var color in Enum.GetValues<Color>())
        {
            seen.AddRange(await GroupAsync(color, cancellationToken));
            seen.AddRange(await AttributesAsync(color, cancellationToken));
            seen.AddRange(await TargetsAsync(color, cancellationToken));
        }

        return seen;
    }

    private Task<IReadOnlyList<Diagnosis>> RouteAsync(string arn, Func<ActionList, Diagnosis> look, CancellationToken cancellationToken) => AwsLook.AtAsync(
        Routes.IsRule(arn) ? "elasticloadbalancing:DescribeRules" : "elasticloadbalancing:DescribeListeners",
        async () => [look((await routes.ReadAsync([arn], Urgency.Move, cancellationToken))[arn])]);

    private Diagnosis Production(string arn, ActionList list)
    {
        var forward = new WeightedForward(arn, list, groups);
        var split = forward.Split();
        return forward.HeldFor is not { } held ? Diagnosis.Fine($"'{arn}' gives {split}")
            : options.Preview is null ? Diagnosis.Blocking(
                $"The route '{arn}' holds clients on their target group by a cookie for '{held}' seconds, so an idle colour cannot wait in it. Without 'preview' it would never be health-checked. " +
                "Give 'preview', a test listener or test rule, or switch group stickiness off.")
            : Diagnosis.Warning(
                $"The route '{arn}' holds clients on their target group by a cookie for '{held}' seconds. A ramp then moves only new clients, and its shares are not what users get. " +
                "Switch group stickiness off, or know that the weights count for new clients only.");
    }

    private Diagnosis Test(string arn, ActionList list)
    {
        _ = new WeightedForward(arn, list, groups).Pointed(Color.Blue);
        return Diagnosis.Fine($"the test route '{arn}' can be pointed at either colour");
    }

    private Task<IReadOnlyList<Diagnosis>> GroupAsync(Color color, CancellationToken cancellationToken) => AwsLook.AtAsync("elasticloadbalancing:DescribeTargetGroups", async () =>
    {
        var arn = groups.Of(color);
        await account.Budget.ReadAsync(Urgency.Move, cancellationToken);
        var request = new DescribeTargetGroupsRequest { TargetGroupArns = [arn] };
        var answer = await AwsCall.RunAsync($"reading the target group '{arn}'", () => account.Balancing.DescribeTargetGroupsAsync(request, cancellationToken));
        var group = answer.TargetGroups?.FirstOrDefault() ?? throw new ProviderRefusedException($"AWS does not know the target group '{arn}'. It must exist. Correct '{color.Lower()}', or its region.");
        return [Attached(color, group)];
    });

    /// <summary>A target group serves one load balancer (Elastic Load Balancing, quotas).</summary>
    private Diagnosis Attached(Color color, TargetGroup group)
    {
        var wanted = options.Listeners.Select(GroupMetrics.BalancerOf).ToList();
        return group.LoadBalancerArns is not { Count: > 0 } balancers
                ? Diagnosis.Warning(
                    $"The target group '{group.TargetGroupName}' of {color.Lower()} is attached to '0' listeners, so nobody checks its targets yet. A release attaches it with weight 0 and waits for its health. " +
                    "Nothing must be done; attach it by hand to see its health before.")
            : balancers.Exists(balancer => wanted.Exists(name => balancer.EndsWith("/" + name, StringComparison.Ordinal)))
                ? Diagnosis.Fine($"the target group '{group.TargetGroupName}' of {color.Lower()} is attached")
            : Diagnosis.Blocking(
                $"The target group '{group.TargetGroupName}' of {color.Lower()} belongs to '{balancers[0]}'. A target group serves one load balancer only, here that of 'listeners'. Name another group.");
    }

    private Task<IReadOnlyList<Diagnosis>> AttributesAsync(Color color, CancellationToken cancellationToken) => AwsLook.AtAsync("elasticloadbalancing:DescribeTargetGroupAttributes", async () =>
    {
        await account.Budget.ReadAsync(Urgency.Move, cancellationToken);
        var request = new DescribeTargetGroupAttributesRequest { TargetGroupArn = groups.Of(color) };
        var answer = await AwsCall.RunAsync("reading the target group's attributes", () => account.Balancing.DescribeTargetGroupAttributesAsync(request, cancellationToken));
        return answer.Attributes?.Exists(attribute => attribute is { Key: "stickiness.enabled", Value: "true" }) != true ? []
            : [Diagnosis.Warning(
                $"The target group of {color.Lower()} has 'stickiness.enabled' = 'true': it holds clients by a cookie of its own. In an action of two groups AWS takes that only with group stickiness on, and refuses the shift otherwise. " +
                "Switch one off, or the other on with a 'preview'.")];
    });

    private Task<IReadOnlyList<Diagnosis>> TargetsAsync(Color color, CancellationToken cancellationToken) => AwsLook.AtAsync("elasticloadbalancing:DescribeTargetHealth", async () =>
    {
        var health = await new TargetHealthReader(account).ReadAsync(groups.Of(color), cancellationToken);
        return health.Total == 0
                ? [Diagnosis.Warning($"The target group of {color.Lower()} has '0' targets. A release waits until at least one is there and healthy. Register hosts, or let a fleet do it.")]
            : health.Healthy == health.Total
                ? [Diagnosis.Fine($"{health.Healthy} of {health.Total} targets of {color.Lower()} are healthy")]
            : [Diagnosis.Warning(
                $"'{health.Healthy}' of {health.Total} targets of {color.Lower()} are healthy: {string.Join("; ", health.Failures)}. Those that are installed on must be healthy before traffic moves. Look at those that are not.")];
    });
}
