using BlueGreenServerless.Configuration.Binding;
using BlueGreenServerless.Configuration.Scalars;
using BlueGreenServerless.Plans;

namespace BlueGreenServerless.Configuration.Rules;

internal static class ApprovalRules
{
    private static readonly DurationScalar Durations = new();

    public static IEnumerable<Finding> Check(BoundFile file)
    {
        if (file.Section<ApprovalPlan>("approval") is not { } approval || file.Section<DeadlinesPlan>("deadlines") is not { } deadlines)
        {
            yield break;
        }

        if (file.Has("approval.timeout") && !approval.Required)
        {
            yield return new Finding(
                "approval.timeout",
                $"'approval.timeout' is '{Durations.Write(approval.Timeout)}' while no approval is asked for — allowed: only with required: true; write 'required: true', or remove it");
        }

        if (approval.Required && approval.Timeout > deadlines.Release)
        {
            yield return new Finding(
                file.Has("approval.timeout") ? "approval.timeout" : "deadlines.release",
                $"'approval.timeout' is too long: '{Durations.Write(approval.Timeout)}' — allowed: at most deadlines.release, '{Durations.Write(deadlines.Release)}'; make it shorter, or deadlines.release longer");
        }
    }
}
