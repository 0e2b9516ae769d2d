using System.Globalization;
using System.Text.Json.Nodes;
using BlueGreenServerless.Clouds.Aws.Protocols;

namespace BlueGreenServerless.Clouds.Aws.CloudWatch;

/// <summary>Amazon CloudWatch, API version 2010-08-01.</summary>
internal sealed class CloudWatchService(AwsDoubleOptions options, Alarms alarms, Metrics metrics)
{
    public QueryService Service() => new("monitoring", "2010-08-01", "http://monitoring.amazonaws.com/doc/2010-08-01/", new Dictionary<string, Operation>(StringComparer.Ordinal)
    {
        ["DescribeAlarms"] = input => Task.FromResult<JsonObject?>(Describe(input)),
        ["SetAlarmState"] = SetState,
        ["GetMetricData"] = input => Task.FromResult<JsonObject?>(GetData(input)),
        ["PutMetricData"] = PutData,
    });

    private JsonObject Describe(Input input)
    {
        var (names, prefix) = (input.Texts("AlarmNames"), input.Text("AlarmNamePrefix"));
        if (names.Count > 0 && prefix is not null)
        {
            throw new AwsException("InvalidParameterCombination", "AlarmNames and AlarmNamePrefix must not both be specified");
        }

        // Without a type only metric alarms are told, whatever their names are
        var types = input.Texts("AlarmTypes") is { Count: > 0 } given ? given : ["MetricAlarm"];
        var all = alarms.All.Where(alarm =>
            types.Contains(alarm.Rule is null ? "MetricAlarm" : "CompositeAlarm") && (names.Count == 0 || names.Contains(alarm.Name))
            && alarm.Name.StartsWith(prefix ?? "", StringComparison.Ordinal) && (input.Text("StateValue") is not { } value || value == alarm.Value)).ToList();
        var (page, next) = Pages.Cut(all, input.Text("NextToken"), options.Page(input.Number("MaxRecords", 1, 100) ?? 50));
        var answer = new JsonObject
        {
            ["MetricAlarms"] = new JsonArray([.. page.Where(alarm => alarm.Rule is null).Select(alarm => (JsonNode)Metric(alarm))]),
            ["CompositeAlarms"] = new JsonArray([.. page.Where(alarm => alarm.Rule is not null).Select(alarm => (JsonNode)Composite(alarm))]),
        };
        if (next is not null)
        {
            answer["NextToken"] = next;
        }

        return answer;
    }

    private Task<JsonObject?> SetState(Input input)
    {
        var value = input.Required("StateValue");
        if (value is not ("OK" or "ALARM" or "INSUFFICIENT_DATA"))
        {
            throw AwsException.Invalid($"1 validation error detected: Value '{value}' at 'stateValue' failed to satisfy constraint");
        }

        alarms.Set(input.Required("AlarmName"), value, input.Required("StateReason"));
        return Task.FromResult<JsonObject?>(null);
    }

    private Task<JsonObject?> PutData(Input input)
    {
        var space = input.Required("Namespace");
        if (space.StartsWith("AWS/", StringComparison.Ordinal))
        {
            throw new AwsException("InvalidParameterValue", "The value AWS/ for parameter Namespace is invalid.");
        }

        foreach (var datum in input.Items("MetricData"))
        {
            var time = datum.Text("Timestamp") is { } text ? DateTimeOffset.Parse(text, CultureInfo.InvariantCulture) : options.Clock.GetUtcNow();
            var key = MetricKey.Of(space, datum);
            var counts = datum.Texts("Counts");
            foreach (var (value, i) in (datum.Has("Value") ? [datum.Required("Value")] : datum.Texts("Values")).Select((value, i) => (value, i)))
            {
                metrics.Put(key, new Sample(time, Number(value), counts.Count > i ? Number(counts[i]) : 1));
            }
        }

        return Task.FromResult<JsonObject?>(null);
    }

    private JsonObject GetData(Input input)
    {
        var (start, end) = (Time(input, "StartTime"), Time(input, "EndTime"));
        var queries = input.Items("MetricDataQueries");
        if (start >= end || queries.Count is 0 or > 500)
        {
            throw AwsException.Invalid("The parameter StartTime must be less than the parameter EndTime, and there must be 1 to 500 queries.");
        }

        var (page, next) = Pages.Cut(queries, input.Text("NextToken"), options.Page(500));
        var answer = new JsonObject
        {
            ["MetricDataResults"] = new JsonArray([.. page.Select(query => (JsonNode)Result(query, start, end, input.Text("ScanBy") == "TimestampAscending"))]),
            ["Messages"] = new JsonArray(),
        };
        if (next is not null)
        {
            answer["NextToken"] = next;
        }

        return answer;
    }

    private JsonObject Result(Input query, DateTimeOffset start, DateTimeOffset end, bool ascending)
    {
        var stat = query.Item("MetricStat") ?? throw AwsException.Invalid("Only queries with a MetricStat are known here");
        var metric = stat.Item("Metric") ?? throw AwsException.Invalid("The parameter MetricStat.Metric is required.");
        var key = MetricKey.Of(metric.Required("Namespace"), metric);
        var rows = metrics.Read(key, stat.Required("Stat"), stat.Number("Period", 1, 86400) ?? throw AwsException.Invalid("The parameter Period is required."), start, end);
        rows = ascending ? rows : [.. rows.Reverse()];
        return new JsonObject
        {
            ["Id"] = query.Required("Id"),
            ["Label"] = query.Text("Label") ?? key.Name,
            ["Timestamps"] = new JsonArray([.. rows.Select(row => (JsonNode)XmlText.Time(row.Time))]),
            ["Values"] = new JsonArray([.. rows.Select(row => (JsonNode)row.Value.ToString("R", CultureInfo.InvariantCulture))]),
            ["StatusCode"] = "Complete",
        };
    }

    private JsonObject Metric(Alarm alarm)
    {
        var described = Described(alarm);
        (described["MetricName"], described["Namespace"], described["Statistic"]) = ("HTTPCode_Target_5XX_Count", "AWS/ApplicationELB", "Sum");
        (described["Period"], described["EvaluationPeriods"], described["Threshold"]) = (60, 1, 1);
        described["ComparisonOperator"] = "GreaterThanOrEqualToThreshold";
        return described;
    }

    private JsonObject Composite(Alarm alarm)
    {
        var described = Described(alarm);
        described["AlarmRule"] = alarm.Rule;
        return described;
    }

    private JsonObject Described(Alarm alarm) => new()
    {
        ["AlarmName"] = alarm.Name,
        ["AlarmArn"] = alarms.Arn(alarm.Name),
        ["ActionsEnabled"] = true,
        ["StateValue"] = alarm.Value,
        ["StateReason"] = alarm.Reason,
        ["StateUpdatedTimestamp"] = XmlText.Time(alarm.Updated),
        ["StateTransitionedTimestamp"] = XmlText.Time(alarm.Transitioned),
    };

    private static DateTimeOffset Time(Input input, string name) =>
        DateTimeOffset.TryParse(input.Required(name), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time)
            ? time
            : throw AwsException.Invalid($"timestamp {input.Text(name)} must follow ISO8601");

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);
}
