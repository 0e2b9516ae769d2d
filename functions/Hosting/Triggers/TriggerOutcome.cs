using BlueGreenServerless.Functions.Hosting.Events;
using BlueGreenServerless.Functions.Trigger;

namespace BlueGreenServerless.Functions.Hosting.Triggers;

internal static class TriggerOutcome
{
    /// <summary>What was asked for twice counts as ignored the second time.</summary>
    public static EventResult Of(TriggerResult result) =>
        new(result.Status is TriggerStatus.Started or TriggerStatus.Queued or TriggerStatus.Signalled, $"{result.Status}: {result.Message}", result.ReleaseId);
}
