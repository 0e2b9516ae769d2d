using BlueGreenServerless.Documents;
using BlueGreenServerless.Failures;
using BlueGreenServerless.Ports;
using BlueGreenServerless.Records;
using BlueGreenServerless.Traffic;

namespace BlueGreenServerless.Cli.Provisioning;

/// <summary>
/// What releases need of an environment beside the colour that is live. One that is under way may move the traffic to either colour at any moment;
/// and until the end of the rollback window an alarm puts it back on the old colour without asking whether anybody is there.
/// </summary>
internal sealed class ReleaseNeeds(IReleaseStore store, TimeProvider time)
{
    /// <param name="color">What would be destroyed; null for everything, which nobody has the users of any more.</param>
    /// <exception cref="EnvironmentInUseException">A release needs it.</exception>
    public async Task RefuseNeededAsync(IEnvironment environment, Color? color, CancellationToken cancellationToken)
    {
        foreach (var app in await store.AppsAsync(cancellationToken))
        {
            var running = (await RunningAsync(app, cancellationToken)).FirstOrDefault(record => record.Document.Targets.Any(environment.IsUsedBy));
            if (running is not null)
            {
                throw new EnvironmentInUseException(
                    $"The release '{running.Id}' of '{app}' is under way, and may move the traffic of '{environment.Name}' to either colour. Nothing of it is destroyed until then. Wait for its end, or end it with 'bluegreen resume' or 'bluegreen rollback'.");
            }

            await RefuseStandbyAsync(environment, color, app, cancellationToken);
        }
    }

    private async Task RefuseStandbyAsync(IEnvironment environment, Color? color, string app, CancellationToken cancellationToken)
    {
        if (color is { } idle && await store.FindLiveAsync(app, cancellationToken) is { } live && live.StandbyUntil > time.GetUtcNow()
            && await store.FindAsync(app, live.ReleaseId, cancellationToken) is { } record
            && record.Document.Targets.Any(target => target.Live == idle && environment.IsUsedBy(target)))
        {
            throw new EnvironmentInUseException(
                $"Until '{live.StandbyUntil:u}' an alarm or 'bluegreen rollback' puts the users of '{app}' back on the colour '{idle.Lower()}' of '{environment.Name}'. It is destroyed only after that. Wait for the end of the rollback window; 'strategy.rollbackWindow' makes the next one shorter.");
        }
    }

    /// <summary>One that has not ended, cut or not, and one that holds the lock: a rollback of a release that had ended.</summary>
    private async Task<IEnumerable<ReleaseRecord>> RunningAsync(string app, CancellationToken cancellationToken)
    {
        var newest = (await store.HistoryAsync(app, 1, cancellationToken)).Where(record => record.EndedAt is null);
        return await store.FindLockAsync(app, cancellationToken) is LockGrant held && held.ExpiresAt > time.GetUtcNow() && await store.FindAsync(app, held.Owner, cancellationToken) is { } owner
            ? newest.Append(owner) : newest;
    }
}
