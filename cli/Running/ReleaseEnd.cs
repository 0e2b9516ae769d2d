using BlueGreenServerless.Documents;
using BlueGreenServerless.Engine;
using BlueGreenServerless.Records;
using BlueGreenServerless.Verdicts;

namespace BlueGreenServerless.Cli.Running;

/// <summary>How a release ended, for the last line and the exit code.</summary>
/// <param name="Error">Stable word or class name of why; null when it completed.</param>
internal sealed record ReleaseEnd(string Release, string Version, Outcome Outcome, string? Error, string? Cause, DateTimeOffset? StandbyUntil, int ExitCode)
{
    public static ReleaseEnd Of(Execution execution, ReleaseRecord? record)
    {
        var completed = execution.Status == ExecutionStatus.Succeeded;
        var outcome = record?.Outcome ?? (completed ? Outcome.Completed : Outcome.Abandoned);
        return new ReleaseEnd(
            execution.Name, record?.Version ?? "", outcome, execution.Error, execution.Cause, record?.Document.StandbyUntil,
            completed ? ExitCodes.Done : Code(execution.Error ?? "", record));
    }

    public string Text(string app) => Outcome switch
    {
        Outcome.Completed => $"Version {Version} of '{app}' is live.",
        Outcome.Abandoned => $"Version {Version} of '{app}' was not released; users saw nothing. {Error}: {Cause}",
        Outcome.RolledBack => $"Version {Version} of '{app}' was rolled back; the traffic is as before. {Error}: {Cause}",
        Outcome.RollbackFailed => $"The traffic of '{app}' could not be put back. {Error}: {Cause} A person is needed: docs/operations.md.",
        _ => $"The execution of '{Release}' ended without its own clean-up ({Error}: {Cause}). 'bluegreen resume' puts the traffic back.",
    };

    /// <summary>A refusal before anything changed keeps its own code; everything later is a release that did not succeed.</summary>
    private static int Code(string error, ReleaseRecord? record)
    {
        var refusedEarly = record is null || (record.Document.Progress.Phase == Phase.Inspect && record.Outcome == Outcome.Abandoned);
        var own = ExitCodes.OfName(error);
        return refusedEarly && own != ExitCodes.Bug ? own : ExitCodes.NotReleased;
    }
}
