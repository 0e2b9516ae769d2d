using System.Text.Json.Nodes;
using BlueGreenServerless.Clouds.Aws.Protocols;

namespace BlueGreenServerless.Clouds.Aws.AutoScaling;

/// <summary>Amazon EC2 Auto Scaling, API version 2011-01-01.</summary>
internal sealed class AutoScalingService(AwsDoubleOptions options, ScalingGroups groups)
{
    private static readonly DateTimeOffset Made = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public QueryService Service() => new("autoscaling", "2011-01-01", "http://autoscaling.amazonaws.com/doc/2011-01-01/", new Dictionary<string, Operation>(StringComparer.Ordinal)
    {
        ["DescribeAutoScalingGroups"] = input => Task.FromResult<JsonObject?>(Describe(input)),
        ["UpdateAutoScalingGroup"] = Update,
        ["SetDesiredCapacity"] = SetDesired,
    });

    private JsonObject Describe(Input input)
    {
        var names = input.Texts("AutoScalingGroupNames");
        var all = groups.All.Where(group => (names.Count == 0 || names.Contains(group.Name)) && input.Items("Filters").All(filter => Matches(group, filter))).ToList();
        var (page, next) = Pages.Cut(all, input.Text("NextToken"), options.Page(input.Number("MaxRecords", 1, 100) ?? 50));
        var answer = new JsonObject { ["AutoScalingGroups"] = new JsonArray([.. page.Select(group => (JsonNode)Of(group))]) };
        if (next is not null)
        {
            answer["NextToken"] = next;
        }

        return answer;
    }

    private Task<JsonObject?> Update(Input input)
    {
        var group = Find(input);
        var (min, max) = (input.Number("MinSize", 0, 10000) ?? group.MinSize, input.Number("MaxSize", 0, 10000) ?? group.MaxSize);
        var desired = input.Number("DesiredCapacity", 0, 10000) ?? Math.Clamp(group.Desired, min, Math.Max(min, max));
        if (min > max || desired < min || desired > max)
        {
            throw AwsException.Invalid($"Desired capacity:{desired} must be between the specified min size:{min} and max size:{max}");
        }

        CheckIdle(group, desired);
        (group.MinSize, group.MaxSize) = (min, max);
        groups.SetDesired(group, desired);
        return Task.FromResult<JsonObject?>(null);
    }

    private Task<JsonObject?> SetDesired(Input input)
    {
        var group = Find(input);
        var desired = input.Number("DesiredCapacity", 0, 10000) ?? throw AwsException.Invalid("DesiredCapacity is required");
        if (desired < group.MinSize || desired > group.MaxSize)
        {
            throw AwsException.Invalid($"New SetDesiredCapacity value {desired} is {(desired > group.MaxSize ? $"above max value {group.MaxSize}" : $"below min value {group.MinSize}")} for the AutoScalingGroup.");
        }

        CheckIdle(group, desired);
        groups.SetDesired(group, desired);
        return Task.FromResult<JsonObject?>(null);
    }

    private static void CheckIdle(ScalingGroup group, int desired)
    {
        if (group.RefusesWhileScaling && group.IsScaling && desired != group.Desired)
        {
            throw new AwsException("ScalingActivityInProgress", $"Scaling activity is in progress for group {group.Name}");
        }
    }

    private ScalingGroup Find(Input input)
    {
        var name = input.Required("AutoScalingGroupName");
        return groups.All.FirstOrDefault(group => group.Name == name) ?? throw AwsException.Invalid($"AutoScalingGroup name not found - {name}");
    }

    private static bool Matches(ScalingGroup group, Input filter)
    {
        var (name, values) = (filter.Required("Name"), filter.Texts("Values"));
        return name switch
        {
            "tag-key" => values.Any(group.Tags.ContainsKey),
            "tag-value" => values.Any(group.Tags.Values.Contains),
            _ when name.StartsWith("tag:", StringComparison.Ordinal) => group.Tags.TryGetValue(name[4..], out var value) && values.Contains(value),
            _ => throw AwsException.Invalid($"Filter name {name} is not supported"),
        };
    }

    private JsonObject Of(ScalingGroup group) => new()
    {
        ["AutoScalingGroupName"] = group.Name,
        ["AutoScalingGroupARN"] = $"arn:aws:autoscaling:{options.Region}:{options.Account}:autoScalingGroup:0:autoScalingGroupName/{group.Name}",
        ["LaunchTemplate"] = new JsonObject { ["LaunchTemplateId"] = "lt-0123456789abcdef0", ["LaunchTemplateName"] = "web", ["Version"] = "1" },
        ["MinSize"] = group.MinSize,
        ["MaxSize"] = group.MaxSize,
        ["DesiredCapacity"] = group.Desired,
        ["DefaultCooldown"] = 300,
        ["AvailabilityZones"] = new JsonArray($"{options.Region}a"),
        ["TargetGroupARNs"] = new JsonArray([.. group.TargetGroupArns.Select(arn => (JsonNode)arn)]),
        ["HealthCheckType"] = "ELB",
        ["HealthCheckGracePeriod"] = 60,
        ["Instances"] = new JsonArray([.. group.Instances.Select(instance => (JsonNode)new JsonObject
        {
            ["InstanceId"] = instance.Id, ["AvailabilityZone"] = $"{options.Region}a", ["LifecycleState"] = instance.State,
            ["HealthStatus"] = "Healthy", ["ProtectedFromScaleIn"] = false,
        })]),
        ["CreatedTime"] = XmlText.Time(Made),
        ["Tags"] = new JsonArray([.. group.Tags.OrderBy(tag => tag.Key, StringComparer.Ordinal).Select(tag => (JsonNode)new JsonObject
        {
            ["ResourceId"] = group.Name, ["ResourceType"] = "auto-scaling-group", ["Key"] = tag.Key, ["Value"] = tag.Value, ["PropagateAtLaunch"] = true,
        })]),
        ["TerminationPolicies"] = new JsonArray("Default"),
        ["NewInstancesProtectedFromScaleIn"] = false,
    };
}
