using Amazon.CDK.AWS.CloudWatch;
using Amazon.CDK.AWS.CloudWatch.Actions;
using Amazon.CDK.AWS.Events;
using Amazon.CDK.AWS.Events.Targets;
using Amazon.CDK.AWS.SNS;
using BlueGreenServerless.Cdk.Functions;
using BlueGreenServerless.Cdk.Storage;
using BlueGreenServerless.Functions.Hosting;
using BlueGreenServerless.Functions.Hosting.Logging;

namespace BlueGreenServerless.Cdk.Watching;

/// <summary>
/// Asks the targets of apps every minute, and has an alarm for each app, <c>prefix-app-Probe</c>: what CloudWatch does not measure itself can be
/// watched by <c>observe.alarms</c> like everything else. A probe that is not heard of says nothing of the app: that has an alarm of its own,
/// <c>prefix-app-ProbeSilent</c>, which is for people and takes no release back.
/// </summary>
public sealed class AppProbes : Construct
{
    private readonly string prefix;
    private readonly ITopic topic;

    /// <param name="apps">None makes nothing.</param>
    public AppProbes(Construct scope, string id, PackageSettings package, IReadOnlyList<string> apps, ReleaseBuckets buckets, ITopic topic)
        : base(scope, id)
    {
        (prefix, this.topic) = (package.Prefix, topic);
        if (apps.Count == 0)
        {
            return;
        }

        var function = Make(package, buckets);
        foreach (var app in apps)
        {
            Ask(app, function);
            Watch(app, Told(app, "Sum"));
            WatchSilence(app, Told(app, "SampleCount"));
        }
    }

    private IFunction Make(PackageSettings package, ReleaseBuckets buckets)
    {
        var function = new CloudFunction(this, "ProbeTargets", new CloudFunctionProps
        {
            Name = $"{package.Prefix}-ProbeTargets",
            Handler = TriggerCatalog.ProbeHandler,
            Code = package.Code,
            Architecture = package.Architecture,
            Timeout = Duration.Seconds(20),
            Environment = package.Environment,
        });
        StorageRights.ReadConfigurations(function.Role, buckets.State);
        return function.Function;
    }

    /// <summary>What could not be asked is asked a minute later: nothing is tried again, nothing is kept.</summary>
    private void Ask(string app, IFunction function) => _ = new Rule(this, $"{app}-Minute", new RuleProps
    {
        Description = $"Asks the targets of {app}.",
        Schedule = Schedule.Rate(Duration.Minutes(1)),
        Targets =
        [
            new LambdaFunction(function, new LambdaFunctionProps
            {
                Event = RuleTargetInput.FromObject(new Dictionary<string, object>(StringComparer.Ordinal) { ["app"] = app }), RetryAttempts = 0, MaxEventAge = Duration.Minutes(1),
            }),
        ],
    });

    private static Metric Told(string app, string statistic) => new(new MetricProps
    {
        Namespace = MetricLines.Namespace, MetricName = MetricLines.ProbeFailures, Statistic = statistic, Period = Duration.Minutes(1),
        DimensionsMap = new Dictionary<string, string>(StringComparer.Ordinal) { ["App"] = app },
    });

    /// <summary>Two of three minutes: one lost request is no reason to take a release back. Minutes without a probe are neither good nor bad.</summary>
    private void Watch(string app, Metric failures) => Tell(new Alarm(this, $"{app}-Probe", new AlarmProps
    {
        AlarmName = $"{prefix}-{app}-Probe",
        AlarmDescription = $"Targets of {app} do not answer their users. See docs/operations.md, Alarms.",
        Metric = failures,
        Threshold = 1,
        EvaluationPeriods = 3,
        DatapointsToAlarm = 2,
        ComparisonOperator = ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD,
        TreatMissingData = TreatMissingData.MISSING,
    }));

    /// <summary>Whatever the reason is: not started, refused, failed. Five minutes, because metrics that are written to a log come late.</summary>
    private void WatchSilence(string app, Metric samples) => Tell(new Alarm(this, $"{app}-ProbeSilent", new AlarmProps
    {
        AlarmName = $"{prefix}-{app}-ProbeSilent",
        AlarmDescription = $"Targets of {app} are not asked: the other alarm of the probe tells nothing. See docs/operations.md, Alarms.",
        Metric = samples,
        Threshold = 1,
        EvaluationPeriods = 5,
        ComparisonOperator = ComparisonOperator.LESS_THAN_THRESHOLD,
        TreatMissingData = TreatMissingData.BREACHING,
    }));

    private void Tell(Alarm alarm) => alarm.AddAlarmAction(new SnsAction(topic));
}
