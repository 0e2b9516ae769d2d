using Amazon.CDK.AWS.CloudWatch;
using Amazon.CDK.AWS.CloudWatch.Actions;
using Amazon.CDK.AWS.ElasticLoadBalancingV2;

namespace BlueGreenServerless.Cdk.Fleet;

/// <summary>Alarms that a release can watch by name, one pair per colour.</summary>
public sealed class FleetAlarms : Construct
{
    private readonly FleetOptions options;

    public FleetAlarms(Construct scope, string id, FleetOptions options, FleetBalancer balancer)
        : base(scope, id)
    {
        this.options = options;
        Watch("Blue", balancer.Blue);
        Watch("Green", balancer.Green);
    }

    private void Watch(string color, ApplicationTargetGroup group)
    {
        Add($"{color}-5xx", group.Metrics.HttpCodeTarget(HttpCodeTarget.TARGET_5XX_COUNT, OneMinute("Sum")), 10, "Server errors of the application.");
        Add($"{color}-Slow", group.Metrics.TargetResponseTime(OneMinute("p99")), 2, "99th percentile of the response time, in seconds.");
    }

    private static MetricOptions OneMinute(string statistic) => new() { Period = Duration.Minutes(1), Statistic = statistic };

    private void Add(string name, Metric metric, double threshold, string description)
    {
        var alarm = new Alarm(this, name, new AlarmProps
        {
            AlarmName = $"{options.Prefix}-{name}",
            AlarmDescription = description,
            Metric = metric,
            Threshold = threshold,
            EvaluationPeriods = 2,
            DatapointsToAlarm = 2,
            ComparisonOperator = ComparisonOperator.GREATER_THAN_THRESHOLD,
            TreatMissingData = TreatMissingData.NOT_BREACHING,
        });
        if (options.Topic is { } topic)
        {
            alarm.AddAlarmAction(new SnsAction(topic));
        }
    }
}
