using BlueGreenServerless.Documents;
using BlueGreenServerless.Plans;
using BlueGreenServerless.Verdicts;

namespace BlueGreenServerless.Rules;

/// <summary>
/// How long the lock must be held for what follows, until Decide renews it again. A crash leaves the lock taken for no longer than this.
/// </summary>
public static class LeaseRule
{
    /// <summary>Room for tasks that are retried: a task has 60 s, and its retries wait for about two minutes.</summary>
    public static TimeSpan Margin { get; } = TimeSpan.FromMinutes(15);

    /// <summary>From the trigger to the first decision.</summary>
    public static TimeSpan Start => Margin;

    /// <summary>From this decision to the next one, or to the end.</summary>
    public static TimeSpan After(Release document) => Margin + (document.Decision switch
    {
        Decision.Prepare => Preparing(document.Plan),
        Decision.Approve => document.Plan.Approval.Timeout,
        Decision.Rollback => document.Plan.Deadlines.Rollback,
        _ => TimeSpan.FromSeconds(document.Progress.WaitSeconds),
    });

    /// <summary>How long a target may wait for the expand migration of the first target, which gets ready first.</summary>
    public static TimeSpan Expanding(ReleasePlan plan) => plan.Deadlines.Prepare + plan.Deadlines.Deploy;

    private static TimeSpan Preparing(ReleasePlan plan)
    {
        var installing = plan.Deadlines.Deploy + (plan.Install.Migrations.Expand is null ? TimeSpan.Zero : Expanding(plan));
        var smoke = plan.Smoke.Aggregate(TimeSpan.Zero, (sum, check) => sum + (check.Timeout * 2));
        return plan.Deadlines.Prepare + installing + plan.Health.Timeout + smoke;
    }
}
