using BlueGreenServerless.Clouds.Aws.Tests.Strangers;

namespace BlueGreenServerless.Clouds.Aws.Tests.CloudWatch;

public sealed class AlarmsAndMetrics
{
    [Fact]
    public async Task Without_a_type_only_metric_alarms_are_told_and_unknown_names_are_silently_missing()
    {
        await using var watched = await Watched.StartAsync();
        watched.Aws.Alarms.Add("shop-5xx");
        watched.Aws.Alarms.Add("shop-all", rule: "ALARM(\"shop-5xx\")");

        var plain = await watched.Command.JsonAsync("cloudwatch", "describe-alarms", "--alarm-names", "shop-5xx", "shop-all", "none");
        var both = await watched.Command.JsonAsync("cloudwatch", "describe-alarms", "--alarm-names", "shop-5xx", "shop-all", "none", "--alarm-types", "MetricAlarm", "CompositeAlarm");

        Assert.Equal("shop-5xx", Assert.Single(plain["MetricAlarms"]!.AsArray())!["AlarmName"]!.ToString());
        Assert.Empty(plain["CompositeAlarms"]!.AsArray());
        Assert.Equal("shop-all", Assert.Single(both["CompositeAlarms"]!.AsArray())!["AlarmName"]!.ToString());
    }

    [Fact]
    public async Task Only_a_changed_state_is_told_to_EventBridge()
    {
        await using var watched = await Watched.StartAsync();
        watched.Aws.Alarms.Add("shop-5xx");
        var told = 0;
        watched.Aws.Events.Subscribe(happened =>
        {
            Assert.Equal("CloudWatch Alarm State Change", happened["detail-type"]!.ToString());
            Assert.EndsWith("+0000", happened["detail"]!["state"]!["timestamp"]!.ToString(), StringComparison.Ordinal);
            Interlocked.Increment(ref told);
            return Task.CompletedTask;
        });

        foreach (var state in new[] { "OK", "ALARM", "ALARM" })
        {
            await watched.Command.JsonAsync("cloudwatch", "set-alarm-state", "--alarm-name", "shop-5xx", "--state-value", state, "--state-reason", "test");
        }

        var unknown = await watched.Command.FailureAsync("cloudwatch", "set-alarm-state", "--alarm-name", "none", "--state-value", "OK", "--state-reason", "test");
        await watched.Aws.Events.HandledAsync();
        Assert.Equal(1, told);
        Assert.Contains("(ResourceNotFound)", unknown, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_put_comes_back_by_period_and_statistic()
    {
        await using var watched = await Watched.StartAsync();
        const string Queries = """[{"Id":"s","MetricStat":{"Metric":{"Namespace":"Shop","MetricName":"Latency","Dimensions":[{"Name":"Colour","Value":"Blue"}]},"Period":60,"Stat":"Sum"}},{"Id":"p","MetricStat":{"Metric":{"Namespace":"Shop","MetricName":"Latency","Dimensions":[{"Name":"Colour","Value":"Blue"}]},"Period":60,"Stat":"p50"}}]""";
        await watched.Command.JsonAsync("cloudwatch", "put-metric-data", "--namespace", "Shop", "--metric-data", """[{"MetricName":"Latency","Dimensions":[{"Name":"Colour","Value":"Blue"}],"Timestamp":"2026-01-01T10:00:10Z","Values":[1,5],"Counts":[3,1]}]""");
        await watched.Command.JsonAsync("cloudwatch", "put-metric-data", "--namespace", "Shop", "--metric-data", """[{"MetricName":"Latency","Dimensions":[{"Name":"Colour","Value":"Blue"}],"Timestamp":"2026-01-01T10:02:10Z","Value":7}]""");

        var data = await watched.Command.JsonAsync("cloudwatch", "get-metric-data", "--start-time", "2026-01-01T10:00:00Z", "--end-time", "2026-01-01T10:05:00Z", "--scan-by", "TimestampAscending", "--metric-data-queries", Queries);

        Assert.Equal([8, 7], data["MetricDataResults"]![0]!["Values"]!.AsArray().Select(value => (double)value!));
        Assert.Equal([1, 7], data["MetricDataResults"]![1]!["Values"]!.AsArray().Select(value => (double)value!));
        Assert.StartsWith("2026-01-01T10:02:00", data["MetricDataResults"]![0]!["Timestamps"]![1]!.ToString(), StringComparison.Ordinal);
    }
}
