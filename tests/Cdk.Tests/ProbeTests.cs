using System.Text.Json.Nodes;

namespace BlueGreenServerless.Cdk.Tests;

public sealed class ProbeTests
{
    private static readonly JsonNode _release = Synthesis.Once.Release;

    [Fact]
    public void An_app_is_asked_every_minute_and_nothing_is_tried_again()
    {
        var rule = Assert.Single(_release.Resources("AWS::Events::Rule"), rule => rule.Value.Property("ScheduleExpression") is not null).Value;
        var target = Assert.Single(rule.Property("Targets")!.AsArray())!;

        Assert.Equal("rate(1 minute)", (string?)rule.Property("ScheduleExpression"));
        Assert.Equal("""{"app":"shop"}""", (string?)target["Input"]);
        Assert.Equal(0, (int?)target["RetryPolicy"]!["MaximumRetryAttempts"]);
    }

    [Fact]
    public void Its_alarm_watches_what_the_probe_tells_of_the_app()
    {
        var alarm = Assert.Single(_release.Resources("AWS::CloudWatch::Alarm"), alarm => (string?)alarm.Value.Property("AlarmName") == "bluegreen-shop-Probe").Value;
        var dimension = Assert.Single(alarm.Property("Dimensions")!.AsArray())!;

        Assert.Equal(("BlueGreenServerless", "ProbeFailures"), ((string?)alarm.Property("Namespace"), (string?)alarm.Property("MetricName")));
        Assert.Equal(("App", "shop"), ((string?)dimension["Name"], (string?)dimension["Value"]));
        Assert.Equal(("Sum", "missing"), ((string?)alarm.Property("Statistic"), (string?)alarm.Property("TreatMissingData")));
    }

    /// <summary>Without it nobody would hear of a probe that is dead, and it would look like a site without a fault.</summary>
    [Fact]
    public void A_probe_that_is_not_heard_of_fires_an_alarm_of_its_own()
    {
        var alarm = Assert.Single(_release.Resources("AWS::CloudWatch::Alarm"), alarm => (string?)alarm.Value.Property("AlarmName") == "bluegreen-shop-ProbeSilent").Value;

        Assert.Equal(("ProbeFailures", "SampleCount"), ((string?)alarm.Property("MetricName"), (string?)alarm.Property("Statistic")));
        Assert.Equal(("LessThanThreshold", 1, "breaching"), ((string?)alarm.Property("ComparisonOperator"), (int?)alarm.Property("Threshold"), (string?)alarm.Property("TreatMissingData")));
    }

    [Fact]
    public void The_probe_reads_the_users_files_and_nothing_else()
    {
        var probe = _release.Resources("AWS::Lambda::Function").Single(one => (string?)one.Value.Property("FunctionName") == "bluegreen-ProbeTargets").Value;
        var objects = _release.StatementsOf(probe.Property("Role").References().Single()).Where(statement => statement["Action"].Texts().Contains("s3:GetObject"));

        Assert.EndsWith("/config/*", TemplateText.Of(Assert.Single(objects)["Resource"]), StringComparison.Ordinal);
    }
}
