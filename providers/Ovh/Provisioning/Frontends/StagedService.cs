using System.Text.Json.Nodes;
using BlueGreenServerless.Failures;
using BlueGreenServerless.Providers.Ovh.Balancing;

namespace BlueGreenServerless.Providers.Ovh.Provisioning.Frontends;

/// <summary>
/// Stages objects of a service and publishes them. OVH tells how many changes are pending and not whose, so that ours are remembered from
/// before the first one until they have been seen live; a run that was cut in between is published by the next.
/// </summary>
/// <param name="ours">What an environment has staged.</param>
/// <param name="releases">What a release has staged: never published from here.</param>
/// <param name="zone">Where everything is made; <c>all</c> for everywhere.</param>
internal sealed class StagedService(BalancerApi api, Ledger ours, Ledger releases, BalancerPace pace, OvhStaged policy, string zone)
{
    private readonly Publication publication = new(api, pace);
    private readonly PendingChanges changes = new(api, pace, new Publication(api, pace), "'pending: publish'");
    private readonly Recent<IReadOnlyList<StagedObject>> recent = new(api.Time, TimeSpan.FromSeconds(15));

    public BalancerApi Api => api;

    private string? Zone => zone == "all" ? null : zone;

    /// <summary>What of it a release has staged and not seen live, by path: the value that is live.</summary>
    public async Task<IReadOnlyDictionary<string, long?>> LiveBeforeReleasesAsync(CancellationToken cancellationToken) =>
        (await releases.FindAsync(cancellationToken))?.Before ?? [];

    /// <summary>The objects of a collection. Lists hold ids only, so each is a call.</summary>
    /// <param name="collection">For example <c>http/farm</c>.</param>
    public Task<IReadOnlyList<StagedObject>> ListAsync(string collection, CancellationToken cancellationToken) =>
        recent.ReadAsync(collection, () => FreshAsync(collection, cancellationToken));

    /// <summary>The same as it is at this moment.</summary>
    public async Task<IReadOnlyList<StagedObject>> FreshAsync(string collection, CancellationToken cancellationToken)
    {
        var objects = new List<StagedObject>();
        foreach (var id in await api.IdsAsync(collection, cancellationToken))
        {
            objects.Add(new StagedObject($"{collection}/{id}", id, await api.ReadAsync($"{collection}/{id}", cancellationToken)));
        }

        return objects;
    }

    /// <summary>An object as it is at this moment; null when there is none.</summary>
    public async Task<StagedObject?> FreshAsync(string collection, long id, CancellationToken cancellationToken) =>
        await api.FindAsync($"{collection}/{id}", cancellationToken) is { } whole ? new StagedObject($"{collection}/{id}", id, whole) : null;

    public Task AddAsync(string collection, JsonObject whole, CancellationToken cancellationToken) =>
        StageAsync(collection, () => api.AddAsync(collection, whole, cancellationToken), cancellationToken);

    public Task RemoveAsync(string path, CancellationToken cancellationToken) =>
        StageAsync(path[..path.LastIndexOf('/')], () => api.RemoveAsync(path, cancellationToken), cancellationToken);

    /// <exception cref="ProviderRefusedException">Others have staged changes, and they are not to be taken along.</exception>
    public async Task BeginAsync(CancellationToken cancellationToken)
    {
        if (await ours.FindAsync(cancellationToken) is { } before && await IsSettledAsync(before, cancellationToken))
        {
            await ours.ClearAsync(cancellationToken);
        }

        await RefuseOthersAsync(cancellationToken);
    }

    /// <remarks>
    /// <list type="table">
    /// <item><term>nothing of ours is staged</term><description>nothing is done</description></item>
    /// <item><term>it is live already: a refresh whose answer was lost, or another person's</term><description>nothing is published</description></item>
    /// <item><term>it is not</term><description>one refresh, followed to its end; one that ends badly is told, and the next run publishes again</description></item>
    /// </list>
    /// </remarks>
    public async Task PublishAsync(CancellationToken cancellationToken)
    {
        if (await ours.FindAsync(cancellationToken) is not { } before)
        {
            return;
        }

        if (await IsUnpublishedAsync(before, cancellationToken))
        {
            await publication.RefreshAsync(Zone, pace.Patience(api.Time), cancellationToken);
        }

        await ours.ClearAsync(cancellationToken);
    }

    /// <summary>Remembered before it is done: whatever becomes of the answer, the next run knows that it may be staged.</summary>
    private async Task StageAsync(string collection, Func<Task> change, CancellationToken cancellationToken)
    {
        if (await ours.FindAsync(cancellationToken) is null)
        {
            // looked at again: machines that were waited for since the beginning have taken minutes
            await RefuseOthersAsync(cancellationToken);
            await ours.RecordAsync(new Unpublished([], await publication.NewestAsync(cancellationToken)), cancellationToken);
        }

        try
        {
            await change();
        }
        finally
        {
            recent.Forget(collection);
        }
    }

    /// <summary>What an earlier run has staged is live, so that whatever is pending now is somebody else's.</summary>
    private async Task<bool> IsSettledAsync(Unpublished before, CancellationToken cancellationToken)
    {
        await publication.QuietAsync(pace.Patience(api.Time), cancellationToken);
        var newest = await publication.NewestAsync(cancellationToken);
        return newest > before.LastRefresh
            ? await api.TaskStatusAsync(newest, cancellationToken) == "done"
            : !await changes.AnyAsync(Zone, cancellationToken);
    }

    private async Task<bool> IsUnpublishedAsync(Unpublished before, CancellationToken cancellationToken)
    {
        await publication.QuietAsync(pace.Patience(api.Time), cancellationToken);
        if (await changes.AnyAsync(Zone, cancellationToken))
        {
            return true;
        }

        var newest = await publication.NewestAsync(cancellationToken);
        return newest > before.LastRefresh && await api.TaskStatusAsync(newest, cancellationToken) != "done";
    }

    private async Task RefuseOthersAsync(CancellationToken cancellationToken)
    {
        if (await releases.FindAsync(cancellationToken) is not null && await changes.AnyAsync(Zone, cancellationToken))
        {
            throw new ProviderRefusedException(
                $"A release has staged changes of '{api.Service}' that are not live. Publishing ours would publish them, so there must be none. Finish it with 'bluegreen resume', or roll it back.");
        }

        if (policy == OvhStaged.Refuse && await ours.FindAsync(cancellationToken) is null)
        {
            await changes.RefuseAsync(Zone, () => Task.FromResult<IReadOnlyDictionary<string, long>?>(PendingChanges.NotOurs), cancellationToken);
        }
    }
}
