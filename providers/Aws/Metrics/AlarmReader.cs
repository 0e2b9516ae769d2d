using Amazon.CloudWatch;
using Amazon.CloudWatch.Model;
using BlueGreenServerless.Ports;
using BlueGreenServerless.Providers.Aws.Clients;

namespace BlueGreenServerless.Providers.Aws.Metrics;

/// <summary>State of alarms by name. Both kinds are asked for by name, since AWS leaves composite alarms out otherwise; a name that it does not know is missing silently.</summary>
internal sealed class AlarmReader(AwsAccount account)
{
    private const int PerCall = 100;

    public async Task<IReadOnlyList<AlarmReading>> ReadAsync(IReadOnlyList<string> names, CancellationToken cancellationToken)
    {
        var found = new Dictionary<string, AlarmReading>(StringComparer.Ordinal);
        foreach (var some in names.Distinct(StringComparer.Ordinal).Chunk(PerCall))
        {
            await ReadAsync(some, found, cancellationToken);
        }

        return [.. names.Select(name => found.GetValueOrDefault(name) ?? new AlarmReading(name, Exists: false, Firing: false, Why: null))];
    }

    private async Task ReadAsync(string[] names, Dictionary<string, AlarmReading> found, CancellationToken cancellationToken)
    {
        var request = new DescribeAlarmsRequest { AlarmNames = [.. names], AlarmTypes = ["MetricAlarm", "CompositeAlarm"], MaxRecords = PerCall };
        do
        {
            var page = await AwsCall.RunAsync("reading the alarms", () => account.Watch.DescribeAlarmsAsync(request, cancellationToken));
            foreach (var alarm in page.MetricAlarms ?? [])
            {
                found[alarm.AlarmName] = Reading(alarm.AlarmName, alarm.StateValue, alarm.StateReason);
            }

            foreach (var alarm in page.CompositeAlarms ?? [])
            {
                found[alarm.AlarmName] = Reading(alarm.AlarmName, alarm.StateValue, alarm.StateReason);
            }

            request.NextToken = page.NextToken;
        }
        while (request.NextToken is { Length: > 0 });
    }

    private static AlarmReading Reading(string name, StateValue state, string? reason)
    {
        var firing = state == StateValue.ALARM;
        return new AlarmReading(name, Exists: true, firing, firing ? reason : null);
    }
}
