using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Json.Nodes;
using BlueGreenServerless.Clouds.Aws.Events;
using BlueGreenServerless.Clouds.Aws.Protocols;

namespace BlueGreenServerless.Clouds.Aws.CloudWatch;

/// <summary>The alarms of the account; a changed state is told to EventBridge, an unchanged one is not.</summary>
public sealed class Alarms(AwsDoubleOptions options, EventBus events)
{
    private readonly ConcurrentDictionary<string, Alarm> alarms = new(StringComparer.Ordinal);

    public IReadOnlyList<Alarm> All => [.. alarms.Values.OrderBy(alarm => alarm.Name, StringComparer.Ordinal)];

    /// <param name="name">Its name.</param>
    /// <param name="value">OK, ALARM or INSUFFICIENT_DATA.</param>
    /// <param name="rule">Of a composite alarm.</param>
    public void Add(string name, string value = "OK", string? rule = null)
    {
        var now = options.Clock.GetUtcNow();
        alarms[name] = new Alarm(name, rule, value, "Unchecked: Initial alarm creation", now, now);
    }

    /// <exception cref="AwsException">There is none of this name.</exception>
    public void Set(string name, string value, string reason = "Threshold Crossed")
    {
        var before = alarms.GetValueOrDefault(name) ?? throw new AwsException("ResourceNotFound", "", 404);
        var now = options.Clock.GetUtcNow();
        alarms[name] = before with { Value = value, Reason = reason, Updated = now, Transitioned = before.Value == value ? before.Transitioned : now };
        if (before.Value != value)
        {
            events.Publish("aws.cloudwatch", "CloudWatch Alarm State Change", [Arn(name)], new JsonObject
            {
                ["alarmName"] = name,
                ["state"] = State(alarms[name]),
                ["previousState"] = State(before),
                ["configuration"] = Configuration(before),
            });
        }
    }

    internal string Arn(string name) => $"arn:aws:cloudwatch:{options.Region}:{options.Account}:alarm:{name}";

    // The offset has no colon
    private static JsonObject State(Alarm alarm) => new()
    {
        ["value"] = alarm.Value,
        ["reason"] = alarm.Reason,
        ["timestamp"] = alarm.Transitioned.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff", CultureInfo.InvariantCulture) + "+0000",
    };

    private static JsonObject Configuration(Alarm alarm) => alarm.Rule is { } rule
        ? new JsonObject { ["alarmRule"] = rule }
        : new JsonObject
        {
            ["description"] = "",
            ["metrics"] = new JsonArray(new JsonObject
            {
                ["id"] = "m1",
                ["metricStat"] = new JsonObject
                {
                    ["metric"] = new JsonObject { ["namespace"] = "AWS/ApplicationELB", ["name"] = "HTTPCode_Target_5XX_Count", ["dimensions"] = new JsonObject() },
                    ["period"] = 60, ["stat"] = "Sum",
                },
                ["returnData"] = true,
            }),
        };
}
