using Amazon.ElasticLoadBalancingV2;
using Amazon.ElasticLoadBalancingV2.Model;
using BlueGreenServerless.Documents;
using BlueGreenServerless.Providers.Aws.Clients;

namespace BlueGreenServerless.Providers.Aws.Router;

/// <summary>
/// Health of a target group. A load balancer sends traffic to a group in which nobody is healthy (fail-open), so only what is
/// <c>healthy</c> counts as such:
/// <code>
/// healthy                                   healthy
/// initial, unhealthy, unavailable           not healthy
/// unused (no listener uses the group, …)    not healthy: nobody checks it
/// draining                                  not counted: it is leaving
/// no targets                                0 of 0
/// </code>
/// </summary>
internal sealed class TargetHealthReader(AwsAccount account)
{
    private const int MostFailures = 3;

    public async Task<ColorHealth> ReadAsync(string group, CancellationToken cancellationToken)
    {
        await account.Budget.ReadAsync(Urgency.Poll, cancellationToken);
        var request = new DescribeTargetHealthRequest { TargetGroupArn = group };
        var answer = await AwsCall.RunAsync(
            $"reading the health of '{group}'", () => account.Balancing.DescribeTargetHealthAsync(request, cancellationToken));
        return Of(answer.TargetHealthDescriptions ?? []);
    }

    public static ColorHealth Of(IEnumerable<TargetHealthDescription> targets)
    {
        var counted = targets.Where(target => target.TargetHealth.State != TargetHealthStateEnum.Draining).ToList();
        var unhealthy = counted.Where(target => target.TargetHealth.State != TargetHealthStateEnum.Healthy).ToList();
        return new ColorHealth(counted.Count - unhealthy.Count, counted.Count, [.. unhealthy.Take(MostFailures).Select(Words)]);
    }

    private static string Words(TargetHealthDescription target)
    {
        var health = target.TargetHealth;
        var port = target.Target.Port is { } number ? $":{number}" : "";
        var description = health.Description is { Length: > 0 } text ? $" ({text})" : "";
        return $"{target.Target.Id}{port}: {health.State}{(health.Reason is null ? "" : $" {health.Reason}")}{description}";
    }
}
