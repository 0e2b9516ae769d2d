using Amazon.CDK.AWS.CloudWatch;
using BlueGreenServerless.Cdk.Machines;

namespace BlueGreenServerless.Cdk.Watching;

/// <summary>Releases, durations, rollbacks, traffic split, errors per colour, and what probes of the targets say.</summary>
public sealed class ReleaseDashboard : Construct
{
    private const string Namespace = BlueGreenServerless.Functions.Hosting.Logging.MetricLines.Namespace;

    public ReleaseDashboard(Construct scope, string id, string prefix, ReleaseMachines machines)
        : base(scope, id)
    {
        _ = new Dashboard(this, "Dashboard", new DashboardProps
        {
            DashboardName = $"{prefix}-releases",
            Widgets =
            [
                [Graph("Releases by outcome", Search("Outcome", "Releases", "Sum")), Graph("Duration of releases", Search("App,Outcome", "ReleaseDuration", "Average"))],
                [Graph("Executions that failed", [.. machines.All.Select(machine => machine.MetricFailed())]), Graph("Failures by stage", Search("Stage", "StageFailures", "Sum"))],
                [Graph("Traffic to blue (%)", Search("App,Target", "BlueWeight", "Maximum")), Graph("Traffic to green (%)", Search("App,Target", "GreenWeight", "Maximum"))],
                [Graph("Errors by colour", Search("App,Target,Color", "Errors", "Sum")), Graph("Requests by colour", Search("App,Target,Color", "Requests", "Sum"))],
                [Graph("Targets that do not answer", Search("App,Target", "ProbeFailures", "Sum")), Graph("Answers to probes (ms)", Search("App,Target", "ProbeDuration", "Average"))],
                [Graph("Events by result", Search("Trigger,Result", "Events", "Sum")), Graph("Duration of stages", Search("Stage", "StageDuration", "p99"))],
            ],
        });
    }

    private static GraphWidget Graph(string title, params IMetric[] metrics) => new(new GraphWidgetProps { Title = title, Left = metrics, Width = 12 });

    /// <summary>Every metric of that name, whatever apps and targets there are.</summary>
    private static MathExpression Search(string dimensions, string metric, string statistic) => new(new MathExpressionProps
    {
        Expression = $"SEARCH('{{{Namespace},{dimensions}}} MetricName=\"{metric}\"', '{statistic}', 300)", Label = "", UsingMetrics = new Dictionary<string, IMetric>(StringComparer.Ordinal),
    });
}
