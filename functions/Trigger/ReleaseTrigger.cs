using BlueGreenServerless.Documents;
using BlueGreenServerless.Failures;
using BlueGreenServerless.Functions.Standing;
using BlueGreenServerless.Plans;
using BlueGreenServerless.Ports;
using BlueGreenServerless.Rules;
using BlueGreenServerless.Serialization;
using BlueGreenServerless.Verdicts;

namespace BlueGreenServerless.Functions.Trigger;

/// <summary>Starts a release once, however often it is asked for.</summary>
/// <remarks>
/// <list type="table">
/// <listheader><term>finding</term><description>result</description></listheader>
/// <item><term>not usable, frozen</term><description>InvalidRequestException, ReleaseFrozenException</description></item>
/// <item><term>this release is recorded and holds the lock</term><description>Running</description></item>
/// <item><term>this release has ended</term><description>AlreadyReleased with its outcome</description></item>
/// <item><term>another release holds the lock, queue-newest / refuse</term><description>Queued / ReleaseLockedException</description></item>
/// <item><term>the lock is free, or was taken for this release by a run that was cut</term><description>taken for the release, and its execution is started</description></item>
/// </list>
/// The lock is taken here and not only in Plan, so that of two different requests at the same moment the second one is queued and not
/// started and abandoned. Cut after the start, a second run finds the execution by its name.
/// </remarks>
public sealed class ReleaseTrigger(StageServices services)
{
    private readonly IReleaseStore store = services.Store;

    /// <exception cref="InvalidRequestException">The request is not usable.</exception>
    /// <exception cref="ReleaseFrozenException">Releases of the app are frozen.</exception>
    /// <exception cref="ReleaseLockedException">Another release of the app runs and the plan says refuse.</exception>
    public async Task<TriggerResult> RunAsync(ReleaseRequest request, CancellationToken cancellationToken)
    {
        var plan = request.Configuration;
        RequestRule.Check(plan, request.Artifact.Version, [.. plan.Targets.Select(target => target.Name)], request.Attempt);
        await FreezeStanding.CheckAsync(store, plan.App, cancellationToken);

        var id = ReleaseName.Of(plan.App, request.Artifact, request.Attempt);
        var held = await LockStanding.HeldAsync(services, plan.App, cancellationToken);
        var record = await store.FindAsync(plan.App, id, cancellationToken);
        if (record is { EndedAt: not null })
        {
            return AlreadyReleased(id, record.Outcome);
        }

        if (record is not null && held?.Owner == id)
        {
            return Running(id);
        }

        return held is null || held.Owner == id ? await TakeLockAndStartAsync(request, id, cancellationToken) : await BusyAsync(request, id, held.Owner, cancellationToken);
    }

    /// <summary>Starts the waiting request of an app; null when none waits, the app is frozen or another release runs.</summary>
    /// <remarks>It leaves the queue only after its start: cut in between, the next look at the queue starts it under the same name.</remarks>
    public async Task<TriggerResult?> StartQueuedAsync(string app, CancellationToken cancellationToken)
    {
        if (await store.FindFreezeAsync(app, cancellationToken) is not null
            || await LockStanding.HeldAsync(services, app, cancellationToken) is not null
            || await store.FindQueuedAsync(app, cancellationToken) is not { } request)
        {
            return null;
        }

        try
        {
            var started = await RunAsync(request, cancellationToken);
            if (started.Status != TriggerStatus.Queued)
            {
                await RemoveAsync(app, request, cancellationToken);
            }

            return started;
        }
        catch (ReleaseException failure) when (failure is not (ProviderUnavailableException or ReleaseFrozenException or ReleaseLockedException))
        {
            // what does not pass by itself must not block the queue
            await RemoveAsync(app, request, cancellationToken);
            throw;
        }
    }

    /// <summary>A newer request that has taken the place meanwhile goes back.</summary>
    private async Task RemoveAsync(string app, ReleaseRequest request, CancellationToken cancellationToken)
    {
        if (await store.DequeueAsync(app, cancellationToken) is { } removed && NameOf(removed) != NameOf(request))
        {
            await store.EnqueueAsync(app, removed, cancellationToken);
        }
    }

    private static string NameOf(ReleaseRequest request) => ReleaseName.Of(request.Configuration.App, request.Artifact, request.Attempt);

    private async Task<TriggerResult> TakeLockAndStartAsync(ReleaseRequest request, string id, CancellationToken cancellationToken)
    {
        LockGrant grant;
        try
        {
            grant = await store.AcquireLockAsync(request.Configuration.App, id, LeaseRule.Start, cancellationToken);
        }
        catch (ReleaseLockedException)
        {
            var owner = await store.FindLockAsync(request.Configuration.App, cancellationToken);
            return await BusyAsync(request, id, owner?.Owner ?? "another release", cancellationToken);
        }

        try
        {
            return await StartAsync(request, id, cancellationToken);
        }
        catch when (!cancellationToken.IsCancellationRequested)
        {
            await GiveBackAsync(grant, cancellationToken);
            throw;
        }
    }

    /// <summary>A start that failed may have taken effect all the same: once Plan has run, the lock is the release's own.</summary>
    private async Task GiveBackAsync(LockGrant grant, CancellationToken cancellationToken)
    {
        if (await store.FindAsync(grant.App, grant.Owner, cancellationToken) is null)
        {
            await store.ReleaseLockAsync(grant, cancellationToken);
        }
    }

    private async Task<TriggerResult> StartAsync(ReleaseRequest request, string id, CancellationToken cancellationToken)
    {
        var document = InitialDocument.Of(request, id, services.Time.GetUtcNow());
        var result = await services.Executions.StartAsync("release", id, ReleaseJson.ToElement(document), cancellationToken);
        return result == StartResult.Started
            ? new TriggerResult(id, TriggerStatus.Started, $"The release '{id}' of version '{request.Artifact.Version}' has started.", id)
            : Running(id);
    }

    private async Task<TriggerResult> BusyAsync(ReleaseRequest request, string id, string owner, CancellationToken cancellationToken)
    {
        var app = request.Configuration.App;
        if (request.Configuration.WhenBusy == WhenBusy.Refuse)
        {
            throw new ReleaseLockedException(
                $"The release '{id}' was refused, because '{owner}' of the same app runs (whenBusy: refuse). One release of an app runs at a time. " +
                "Wait for its end, or abort it.");
        }

        var replaced = await store.EnqueueAsync(app, request with { WaitsSince = request.WaitsSince ?? services.Time.GetUtcNow() }, cancellationToken);
        // the other release may have ended before the request was in the queue, and nobody else would look there
        var started = await StartQueuedAsync(app, cancellationToken);
        return started?.ReleaseId == id ? started : new TriggerResult(
            id, TriggerStatus.Queued,
            $"The release '{owner}' of the same app runs; '{id}' starts when it has ended." +
            (replaced is null ? "" : $" It replaces the waiting version '{replaced.Artifact.Version}'."),
            Replaced: replaced?.Artifact.Version);
    }

    private static TriggerResult AlreadyReleased(string id, Outcome outcome) => new(
        id, TriggerStatus.AlreadyReleased, $"The release '{id}' of this version ended as '{outcome}'; nothing was started. Count up the attempt to release it again.",
        Outcome: outcome);

    private static TriggerResult Running(string id) => new(id, TriggerStatus.Running, $"The release '{id}' runs already; nothing was started.", id);
}
