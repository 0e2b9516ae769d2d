using System.Text.Json.Nodes;

namespace BlueGreenServerless.Cdk.Tests;

public sealed class StackTests
{
    private static readonly JsonNode _release = Synthesis.Once.Release;
    private static readonly JsonNode _fleet = Synthesis.Once.Fleet;

    [Fact]
    public void Both_buckets_are_versioned_encrypted_private_and_kept() => Assert.All(Two(_release.Resources("AWS::S3::Bucket")), bucket =>
    {
        Assert.Equal("Enabled", (string?)bucket.Property("VersioningConfiguration")!["Status"]);
        Assert.NotNull(bucket.Property("BucketEncryption"));
        Assert.All(bucket.Property("PublicAccessBlockConfiguration")!.AsObject(), flag => Assert.True((bool)flag.Value!));
        Assert.Equal("Retain", (string?)bucket["DeletionPolicy"]);
        Assert.NotEmpty(bucket.Property("LifecycleConfiguration")!["Rules"]!.AsArray());
    });

    [Fact]
    public void Buckets_refuse_anything_but_TLS() => Assert.All(Two(_release.Resources("AWS::S3::BucketPolicy")), policy =>
        Assert.Contains("\"aws:SecureTransport\":\"false\"", policy.ToJsonString(), StringComparison.Ordinal));

    [Fact]
    public void Uploads_are_told_to_EventBridge() =>
        Assert.Single(_release.Resources("AWS::S3::Bucket"), bucket => bucket.Value.Property("NotificationConfiguration")?["EventBridgeConfiguration"] is not null);

    /// <summary>What a pipeline puts into the bucket would be refused as an upload, and somebody would be called for it.</summary>
    [Fact]
    public void What_a_pipeline_keeps_in_the_bucket_is_not_taken_for_an_upload()
    {
        var rule = Assert.Single(_release.Resources("AWS::Events::Rule"), rule => rule.Value.Property("EventPattern")?["source"]?[0]?.ToString() == "aws.s3").Value;
        var aside = rule.Property("EventPattern")!["detail"]!["object"]!["key"]![0]!["anything-but"]!["prefix"]!.ToString();
        var pipeline = Synthesis.Once.Stacks["BlueGreenPipeline"].Resources("AWS::CodePipeline::Pipeline").Single().Value;

        Assert.StartsWith(aside, (string)pipeline.Property("Name")!, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_rule_for_events_has_a_dead_letter_queue_and_a_limit_of_retries()
    {
        var targets = _release.Resources("AWS::Events::Rule").Where(rule => rule.Value.Property("EventPattern") is not null).SelectMany(rule => rule.Value.Property("Targets")!.AsArray()).ToList();

        Assert.Equal(4, targets.Count);
        Assert.All(targets, target => Assert.NotNull(target!["DeadLetterConfig"]!["Arn"]));
        Assert.All(targets, target => Assert.InRange((int)target!["RetryPolicy"]!["MaximumRetryAttempts"]!, 0, 24));
    }

    [Fact]
    public void Every_trigger_keeps_what_it_failed_on() => Assert.Equal(
        5, _release.Resources("AWS::Lambda::Function").Count(function => function.Value.Property("DeadLetterConfig") is not null));

    [Fact]
    public void Every_alarm_tells_the_topic()
    {
        var topic = Assert.Single(_release.Resources("AWS::SNS::Topic")).Key;
        var alarms = _release.Resources("AWS::CloudWatch::Alarm").ToList();

        Assert.True(alarms.Count >= 6);
        Assert.All(alarms, alarm => Assert.Contains(topic, alarm.Value.Property("AlarmActions").References()));
    }

    [Fact]
    public void The_machines_are_standard_traced_and_log_no_data() => Assert.All(_release.Resources("AWS::StepFunctions::StateMachine"), machine =>
    {
        Assert.Equal("STANDARD", (string?)machine.Value.Property("StateMachineType"));
        Assert.True((bool)machine.Value.Property("TracingConfiguration")!["Enabled"]!);
        Assert.False((bool)machine.Value.Property("LoggingConfiguration")!["IncludeExecutionData"]!);
    });

    [Fact]
    public void The_fleet_has_two_groups_tagged_with_their_colour()
    {
        var tags = _fleet.Resources("AWS::AutoScaling::AutoScalingGroup").SelectMany(group => group.Value.Property("Tags")!.AsArray())
            .Where(tag => (string?)tag!["Key"] == "Environment").Select(tag => (string?)tag!["Value"]);

        Assert.Equal(["Blue", "Green"], tags.Order(StringComparer.Ordinal));
        Assert.Equal(2, _fleet.Resources("AWS::ElasticLoadBalancingV2::Listener").Count());
    }

    [Fact]
    public void Both_target_groups_are_health_checked_and_drain()
    {
        var groups = _fleet.Resources("AWS::ElasticLoadBalancingV2::TargetGroup").ToList();

        Assert.Equal(["tg-blue", "tg-green"], groups.Select(group => (string?)group.Value.Property("Name")).Order(StringComparer.Ordinal));
        Assert.All(groups, group => Assert.Equal("/health", (string?)group.Value.Property("HealthCheckPath")));
        Assert.All(groups, group => Assert.Contains("deregistration_delay.timeout_seconds", group.Value.ToJsonString(), StringComparison.Ordinal));
    }

    [Fact]
    public void The_pipeline_ends_with_the_release() =>
        Assert.Contains("bluegreen-shop", Assert.Single(Synthesis.Once.Stacks["BlueGreenPipeline"].Resources("AWS::CodePipeline::Pipeline")).Value.ToJsonString(), StringComparison.Ordinal);

    private static List<JsonNode> Two(IEnumerable<KeyValuePair<string, JsonNode>> resources)
    {
        var all = resources.Select(resource => resource.Value).ToList();
        Assert.Equal(2, all.Count);
        return all;
    }
}
