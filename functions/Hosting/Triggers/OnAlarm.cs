using Amazon.Lambda.Annotations;
using Amazon.Lambda.Core;
using BlueGreenServerless.Failures;
using BlueGreenServerless.Functions.Hosting.Events;
using BlueGreenServerless.Functions.Trigger;
using BlueGreenServerless.Records;
using BlueGreenServerless.Verdicts;

namespace BlueGreenServerless.Functions.Hosting.Triggers;

/// <summary>An alarm changed its state. A running release that watches it is told at once; one in its rollback window is taken back.</summary>
/// <remarks>
/// <list type="table">
/// <listheader><term>event</term><description>what happens</description></listheader>
/// <item><term>any state but ALARM</term><description>ignored</description></item>
/// <item><term>no app's running or live release watches the alarm</term><description>ignored</description></item>
/// <item><term>it fired before the release began</term><description>ignored: it tells of the version before</description></item>
/// <item><term>the release runs / is live in its window</term><description>told / rollback started</description></item>
/// <item><term>nothing to put back (window over, taken back already)</term><description>ignored</description></item>
/// </list>
/// Fields: CloudWatch user guide, "Alarm events and EventBridge".
/// </remarks>
public sealed class OnAlarm(EventFrame frame, StageServices services)
{
    public const string Source = "aws.cloudwatch";
    public const string DetailType = "CloudWatch Alarm State Change";

    [LambdaFunction(ResourceName = nameof(OnAlarm))]
    public Task RunAsync(Stream input, ILambdaContext context) =>
        frame.RunAsync(nameof(OnAlarm), Source, DetailType, input, context, HandleAsync);

    private async Task<EventResult> HandleAsync(CloudEvent found, CancellationToken cancellationToken)
    {
        var alarm = EventField.Text(found.Detail, "alarmName", 255);
        var state = EventField.Text(EventField.Object(found.Detail, "state"), "value", 32);
        if (state != "ALARM")
        {
            return EventResult.Ignored($"The alarm '{EventField.Shown(alarm)}' is {EventField.Shown(state)}.");
        }

        var told = new List<EventResult>();
        foreach (var app in await services.Store.AppsAsync(cancellationToken))
        {
            if (await WatchingAsync(app, alarm, cancellationToken) is { } record)
            {
                told.Add(await TellAsync(record, alarm, found.Time, cancellationToken));
            }
        }

        return told.Count == 0
            ? EventResult.Ignored($"No release watches the alarm '{EventField.Shown(alarm)}'.")
            : new EventResult(told.Any(result => result.Accepted), string.Join(" ", told.Select(result => result.Message)), told[0].ReleaseId);
    }

    /// <summary>Every app that something was released of is asked, wherever its file lies: an app released by an event or from a machine has none here.</summary>
    private async Task<ReleaseRecord?> WatchingAsync(string app, string alarm, CancellationToken cancellationToken) =>
        await MeantAsync(app, cancellationToken) is { } record && record.Document.Plan.Observe.Alarms.Contains(alarm, StringComparer.Ordinal) ? record : null;

    /// <summary>The release that runs; when none does, the live one, also when a later one was abandoned.</summary>
    private async Task<ReleaseRecord?> MeantAsync(string app, CancellationToken cancellationToken)
    {
        var history = await services.Store.HistoryAsync(app, 1, cancellationToken);
        var newest = history.Count > 0 ? history[0] : null;
        return newest is null or { EndedAt: null } or { Outcome: Outcome.RollbackFailed }
            || await services.Store.FindLiveAsync(app, cancellationToken) is not { } live || live.ReleaseId == newest.Id
            ? newest : await services.Store.FindAsync(app, live.ReleaseId, cancellationToken);
    }

    private async Task<EventResult> TellAsync(ReleaseRecord record, string alarm, DateTimeOffset fired, CancellationToken cancellationToken)
    {
        if (fired < record.StartedAt.AddSeconds(-1))
        {
            return EventResult.Ignored($"The alarm fired at '{fired:u}', before '{record.Id}' began.");
        }

        try
        {
            var request = new RollbackRequest(record.App, "CloudWatch", alarm, record.Id, Alarm: true);
            return TriggerOutcome.Of(await new TriggerFunction(services).RollbackAsync(request, cancellationToken));
        }
        catch (RollbackRefusedException nothing)
        {
            return EventResult.Ignored(nothing.Message);
        }
    }
}
