using BlueGreenServerless.Documents;
using BlueGreenServerless.Failures;
using BlueGreenServerless.Records;
using BlueGreenServerless.Rules;
using Microsoft.Extensions.Logging;

namespace BlueGreenServerless.Functions.Decide;

/// <summary>Says what comes next, renews the lease of the lock for it and saves the record.</summary>
/// <remarks>
/// <list type="table">
/// <listheader><term>finding</term><description>result</description></listheader>
/// <item><term>any</term><description>the decision of <see cref="Decider"/></description></item>
/// <item><term>the lock is lost, or was never taken</term><description>LockLostException; nothing is decided</description></item>
/// </list>
/// The lease is renewed before the record is written, so a release whose lock was taken over writes nothing. A second run decides from
/// the same document, with the signals and the time of now.
/// </remarks>
public sealed class DecideFunction(StageServices services) : IStage<Release, Release>
{
    private readonly ILogger log = services.Logs.CreateLogger("Decide");

    public async Task<Release> RunAsync(Release input, CancellationToken cancellationToken)
    {
        var (app, id) = (input.Header.App, input.Header.Id);
        var signals = await services.Store.SignalsAsync(app, id, cancellationToken);
        var freeze = await services.Store.FindFreezeAsync(app, cancellationToken);
        var decided = Decider.Decide(input, signals, freeze, services.Time.GetUtcNow());

        var grant = await services.Store.RenewLockAsync(input.Lock ?? throw NoLock(id), LeaseRule.After(decided), cancellationToken);
        decided = decided with { Lock = grant };
        await services.Store.SaveAsync(ReleaseRecord.Of(decided, endedAt: null), grant, cancellationToken);
        if (input.Approval is not null && input.Progress.Phase == Phase.Approve)
        {
            await services.Store.ClearPendingApprovalAsync(app, id, cancellationToken);
        }

        log.LogInformation(
            "{Release} Decide: {Decision} {Phase} {Percent} % {Cause}", id, decided.Decision, decided.Progress.Phase, decided.Progress.Percent, decided.Failure?.Cause);
        return decided;
    }

    private static LockLostException NoLock(string id) =>
        new($"The release '{id}' has no lock. Only a release that Plan has given the lock may go on. Start it again through the trigger.");
}
