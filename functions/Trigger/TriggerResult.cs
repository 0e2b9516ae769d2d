using BlueGreenServerless.Verdicts;

namespace BlueGreenServerless.Functions.Trigger;

/// <param name="ReleaseId">The release that is meant.</param>
/// <param name="Message">What happened, in words.</param>
/// <param name="Execution">Name of the execution that was started or runs; null when there is none.</param>
/// <param name="Replaced">Version of the waiting request that this one replaced in the queue.</param>
/// <param name="Outcome">How a release that was released before ended.</param>
public sealed record TriggerResult(
    string ReleaseId, TriggerStatus Status, string Message, string? Execution = null, string? Replaced = null, Outcome? Outcome = null);
