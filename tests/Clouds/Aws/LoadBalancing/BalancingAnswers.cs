using System.Globalization;
using System.Text.Json.Nodes;
using BlueGreenServerless.Clouds.Aws.Protocols;

namespace BlueGreenServerless.Clouds.Aws.LoadBalancing;

/// <summary>How load balancers and their parts are described.</summary>
internal sealed class BalancingAnswers(Balancers balancers)
{
    private const string Vpc = "vpc-0123456789abcdef0";

    public JsonObject Of(LoadBalancer balancer) => new()
    {
        ["LoadBalancerArn"] = balancer.Arn,
        ["DNSName"] = LoadBalancer.Address,
        ["CanonicalHostedZoneId"] = "Z32O12XQLNTSW2",
        ["CreatedTime"] = XmlText.Time(balancer.Created),
        ["LoadBalancerName"] = balancer.Name,
        ["Scheme"] = "internet-facing",
        ["VpcId"] = Vpc,
        ["State"] = new JsonObject { ["Code"] = "active" },
        ["Type"] = balancer.Network ? "network" : "application",
        ["AvailabilityZones"] = new JsonArray([.. "ab".Select(letter => (JsonNode)new JsonObject
        {
            ["ZoneName"] = $"{balancers.Options.Region}{letter}", ["SubnetId"] = $"subnet-0123456789abcde0{letter}", ["LoadBalancerAddresses"] = new JsonArray(),
        })]),
        ["SecurityGroups"] = new JsonArray("sg-0123456789abcdef0"),
        ["IpAddressType"] = "ipv4",
    };

    public static JsonObject Of(Listener listener) => new()
    {
        ["ListenerArn"] = listener.Arn,
        ["LoadBalancerArn"] = listener.Balancer.Arn,
        ["Port"] = listener.Port,
        ["Protocol"] = listener.Protocol,
        ["DefaultActions"] = listener.Default.Actions,
    };

    public static JsonObject Of(Rule rule) => new()
    {
        ["RuleArn"] = rule.Arn,
        ["Priority"] = rule.Priority?.ToString(CultureInfo.InvariantCulture) ?? "default",
        ["Conditions"] = rule.Conditions,
        ["Actions"] = rule.Actions,
        ["IsDefault"] = rule.Priority is null,
    };

    public JsonObject Of(TargetGroup group)
    {
        var description = new JsonObject
        {
            ["TargetGroupArn"] = group.Arn,
            ["TargetGroupName"] = group.Name,
            ["Protocol"] = group.Network ? "TCP" : "HTTP",
            ["Port"] = group.Port,
            ["VpcId"] = Vpc,
            ["HealthCheckProtocol"] = "HTTP",
            ["HealthCheckPort"] = "traffic-port",
            ["HealthCheckEnabled"] = true,
            ["HealthCheckIntervalSeconds"] = group.HealthIntervalSeconds,
            ["HealthCheckTimeoutSeconds"] = 2,
            ["HealthyThresholdCount"] = group.HealthyThreshold,
            ["UnhealthyThresholdCount"] = group.UnhealthyThreshold,
            ["HealthCheckPath"] = group.HealthPath,
            ["Matcher"] = new JsonObject { ["HttpCode"] = "200" },
            ["LoadBalancerArns"] = new JsonArray([.. balancers.BalancersOf(group).Select(arn => (JsonNode)arn)]),
            ["TargetType"] = "instance",
            ["IpAddressType"] = "ipv4",
        };
        if (!group.Network)
        {
            description["ProtocolVersion"] = "HTTP1";
        }

        return description;
    }

    public JsonObject Of(TargetGroup group, TargetEntry entry) =>
        Health(entry.Target, entry.DrainedAt is not null ? entry.State : !balancers.InUse(group) ? TargetState.NotInUse : balancers.Health?.Invoke(group, entry.Target) ?? entry.State);

    public static JsonObject Health(Target target, TargetState state)
    {
        var health = new JsonObject { ["State"] = state.State };
        if (state.Reason is not null)
        {
            (health["Reason"], health["Description"]) = (state.Reason, state.Description);
        }

        return new JsonObject
        {
            ["Target"] = new JsonObject { ["Id"] = target.Id, ["Port"] = target.Port },
            ["HealthCheckPort"] = target.Port.ToString(CultureInfo.InvariantCulture),
            ["TargetHealth"] = health,
        };
    }

    public static bool Same(Input asked, Target target, TargetGroup group) =>
        asked.Text("Id") == target.Id && (asked.Number("Port", 1, 65535) is not { } port || port == target.Port || group.Port == port);
}
