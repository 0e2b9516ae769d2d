using Amazon.CDK.AWS.CloudWatch;
using Amazon.CDK.AWS.CloudWatch.Actions;
using Amazon.CDK.AWS.SNS;
using BlueGreenServerless.Cdk.Machines;
using BlueGreenServerless.Cdk.Triggers;

namespace BlueGreenServerless.Cdk.Watching;

/// <summary>Alarms on the machine itself: a person is needed when one of them fires. The runbook has a line for each name.</summary>
public sealed class MachineAlarms : Construct
{
    private readonly string prefix;

    public MachineAlarms(Construct scope, string id, string prefix, ReleaseMachines machines, TriggerFunctions triggers, TriggerRules rules)
        : base(scope, id)
    {
        this.prefix = prefix;
        Topic = new Topic(this, "Topic", new TopicProps { DisplayName = "Blue-green releases", EnforceSSL = true });
        Watch("RollbackFailed", machines.Rollback.MetricFailed(), "A rollback failed: the traffic may not be back.");
        Watch("RollbackTimedOut", machines.Rollback.MetricTimedOut(), "A rollback ran out of time: the traffic may not be back.");
        Watch("ReleaseTimedOut", machines.Release.MetricTimedOut(), "A release ran out of time; a rollback should have started.");
        Watch("StandbyFailed", machines.Standby.MetricFailed(), "The old colour was not retired.");
        Watch("MachineThrottled", machines.Release.MetricThrottled(), "Step Functions throttles the releases.");
        Watch("DeadLetters", triggers.DeadLetters.MetricApproximateNumberOfMessagesVisible(), "Events were refused or could not be handled. Read the queue and the log.");
        foreach (var rule in rules.All)
        {
            Watch($"{rule.Node.Id}NotDelivered", Undelivered(rule), "EventBridge could not deliver events.");
        }
    }

    public Topic Topic { get; }

    private static Metric Undelivered(Amazon.CDK.AWS.Events.Rule rule) => new(new MetricProps
    {
        Namespace = "AWS/Events", MetricName = "FailedInvocations", Statistic = "Sum",
        DimensionsMap = new Dictionary<string, string>(StringComparer.Ordinal) { ["RuleName"] = rule.RuleName },
    });

    private void Watch(string id, Metric metric, string description)
    {
        var alarm = new Alarm(this, id, new AlarmProps
        {
            AlarmName = $"{prefix}-{id}",
            AlarmDescription = $"{description} See docs/operations.md, Alarms.",
            Metric = metric,
            Threshold = 1,
            EvaluationPeriods = 1,
            ComparisonOperator = ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD,
            TreatMissingData = TreatMissingData.NOT_BREACHING,
        });
        alarm.AddAlarmAction(new SnsAction(Topic));
    }
}
