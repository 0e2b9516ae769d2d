using BlueGreenServerless.Documents;
using BlueGreenServerless.Failures;
using BlueGreenServerless.Rules;
using BlueGreenServerless.Verdicts;

namespace BlueGreenServerless.Functions.Complete;

/// <summary>How a release ended, read from its document alone.</summary>
/// <remarks>
/// <list type="table">
/// <listheader><term>document</term><description>outcome</description></listheader>
/// <item><term>a target has a restore state, or there is a failure after the first shift</term><description>RolledBack when all targets were read back as restored, else RollbackFailed</description></item>
/// <item><term>Decide said Complete and nothing failed since</term><description>Completed</description></item>
/// <item><term>otherwise</term><description>Abandoned</description></item>
/// </list>
/// </remarks>
internal static class Ending
{
    /// <summary>The document stays small; the status of each is in it.</summary>
    private const int MostNamed = 12;

    /// <summary>True when this is the end of a rollback, which brings no lock along.</summary>
    public static bool IsRollback(Release document) =>
        document.Targets.Any(target => target.Restore is not null) || (document.Progress.ShiftStarted && document.Failure is not null);

    public static Release Of(Release document, DateTimeOffset now)
    {
        if (IsRollback(document))
        {
            return RolledBack(document);
        }

        return document is { Decision: Decision.Complete, Failure: null }
            ? document with { Outcome = Outcome.Completed, StandbyUntil = now + document.Plan.Strategy.RollbackWindow }
            : document with { Outcome = Outcome.Abandoned, Failure = Why(document) };
    }

    private static Release RolledBack(Release document)
    {
        var why = Why(document);
        var left = document.Targets.Where(target => target.Restore?.Verdict != RestoreVerdict.Restored).ToList();
        return left.Count == 0
            ? document with { Outcome = Outcome.RolledBack, Failure = why }
            : document with { Outcome = Outcome.RollbackFailed, Failure = why with { Cause = NotRestored(left) + why.Cause } };
    }

    private static string NotRestored(List<TargetState> left)
    {
        var first = left[0];
        var cause = first.Restore?.LastError ?? (first.Failure is null ? "no answer" : FailureText.Plain(first.Failure).Cause);
        var names = $"'{string.Join("', '", left.Take(MostNamed).Select(target => target.Name))}'{(left.Count > MostNamed ? ", …" : "")}";
        return $"The traffic of {left.Count} target(s) could not be put back: {names}. '{first.Name}': {cause} Put it back by hand or run the rollback again. " +
            "The rollback was needed because: ";
    }

    private static Failure Why(Release document) => document.Failure is { } failure
        ? FailureText.Plain(failure)
        : RootCause.Find(document, []) ?? new Failure("Stopped", $"The release '{document.Header.Id}' was ended and gave no reason. Look at its execution.");
}
