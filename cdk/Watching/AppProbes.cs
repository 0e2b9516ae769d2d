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
/// watched by <c>observe.alarms</c> like everything else.
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
            Watch($"{app}-Probe", Failures(app), $"Targets of {app} do not answer their users.");
        }

        Watch("ProbesFailed", function.MetricErrors(new MetricOptions { Period = Duration.Minutes(1), Statistic = "Sum" }), "Targets are not asked: a file or an address is missing.");
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

    private static Metric Failures(string app) => new(new MetricProps
    {
        Namespace = MetricLines.Namespace, MetricName = MetricLines.ProbeFailures, Statistic = "Sum", Period = Duration.Minutes(1),
        DimensionsMap = new Dictionary<string, string>(StringComparer.Ordinal) { ["App"] = app },
    });

    /// <summary>Two of three minutes: one lost request is no reason to take a release back.</summary>
    private void Watch(string id, Metric metric, string description) => new Alarm(this, id, new AlarmProps
    {
        AlarmName = $"{prefix}-{id}",
        AlarmDescription = $"{description} See docs/operations.md, Alarms.",
        Metric = metric,
        Threshold = 1,
        EvaluationPeriods = 3,
        DatapointsToAlarm = 2,
        ComparisonOperator = ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD,
        TreatMissingData = TreatMissingData.NOT_BREACHING,
    }).AddAlarmAction(new SnsAction(topic));
}
