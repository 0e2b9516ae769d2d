using BlueGreenServerless.Ports;

namespace BlueGreenServerless.Providers.Ovh.Balancing;

/// <summary>
/// Knows how many pending changes of a service are ours, because OVH tells how many there are and not whose. All targets of the service count
/// together, also those that functions beside this one work on:
/// <list type="table">
/// <item><term>another target's traffic is being put back</term><description>goes live with ours</description></item>
/// <item><term>another target's step forward, and ours was staged together with it</term><description>goes live with ours</description></item>
/// <item><term>another target's step forward, before ours</term><description>is somebody else's: it may have been given up</description></item>
/// <item><term>another target's step forward, and our traffic is to be put back</term><description>is staged back</description></item>
/// <item><term>what was staged back, and is counted nevertheless</term><description>is ours: it changes nothing</description></item>
/// </list>
/// </summary>
/// <param name="ledger">Of the target that stages here.</param>
internal sealed class OurChanges(INotes notes, string service, string ledger, BalancerApi api, Publication publication)
{
    private readonly string note = $"ovh/{service}.staged";

    /// <summary>How many are ours, by zone; null when any number may be, because one of ours is staging.</summary>
    public async Task<IReadOnlyDictionary<string, long>?> ReadAsync(CancellationToken cancellationToken) => Count(await CurrentAsync(cancellationToken));

    /// <summary>The same for whoever is about to stage.</summary>
    /// <param name="isOpen">Something of this target is staged already.</param>
    public async Task<IReadOnlyDictionary<string, long>?> ReadAsync(bool isOpen, Purpose purpose, CancellationToken cancellationToken)
    {
        var noted = await CurrentAsync(cancellationToken);
        return isOpen || purpose == Purpose.Restore || !noted.Forward(ledger).Any() ? Count(noted) : PendingChanges.NotOurs;
    }

    /// <summary>What other targets have staged to move forward and is not live: where their traffic goes, by path.</summary>
    public async Task<IReadOnlyDictionary<string, long?>> ForwardOfOthersAsync(CancellationToken cancellationToken)
    {
        var (published, live) = (await publication.NewestDoneAsync(cancellationToken), new Dictionary<string, long?>(StringComparer.Ordinal));
        foreach (var other in (await CurrentAsync(cancellationToken)).Forward(ledger))
        {
            if (await notes.FindAsync<Unpublished>(other, cancellationToken) is { } left && left.LastRefresh >= published)
            {
                left.Before.ToList().ForEach(before => live[before.Key] = before.Value);
            }
        }

        return live;
    }

    /// <summary>Before the first write: from now on any number may be ours.</summary>
    public async Task BeginAsync(bool putsBack, CancellationToken cancellationToken)
    {
        var (newest, published) = (await publication.NewestAsync(cancellationToken), await publication.NewestDoneAsync(cancellationToken));
        var isClear = (await api.PendingAsync(cancellationToken)).Values.All(count => count == 0);
        await ChangeAsync(now => (now.Refresh < published ? StagedByUs.None : isClear ? now.Forget() : now).Begin(ledger, putsBack, newest), cancellationToken);
    }

    /// <summary>All of ours is staged: what is more from now on is of others.</summary>
    /// <param name="pending">By zone.</param>
    public async Task CountAsync(IReadOnlyDictionary<string, long> pending, CancellationToken cancellationToken)
    {
        var newest = await publication.NewestAsync(cancellationToken);
        await ChangeAsync(now => now.Count(ledger, pending, newest), cancellationToken);
    }

    /// <summary>All of this target is staged back.</summary>
    /// <param name="pending">What is pending and not of others, by zone.</param>
    public async Task UndoAsync(IReadOnlyDictionary<string, long> pending, CancellationToken cancellationToken)
    {
        var newest = await publication.NewestAsync(cancellationToken);
        await ChangeAsync(now => now.Undo(ledger, pending, newest), cancellationToken);
    }

    /// <summary>After a refresh that was done.</summary>
    /// <param name="zone">Where; null everywhere.</param>
    public async Task PublishAsync(string? zone, CancellationToken cancellationToken)
    {
        var newest = await publication.NewestAsync(cancellationToken);
        await ChangeAsync(now => now.Publish(ledger, zone, newest), cancellationToken);
    }

    /// <summary>Nothing of this target is staged any more.</summary>
    public Task LeaveAsync(CancellationToken cancellationToken) => ChangeAsync(now => now.Leave(ledger), cancellationToken);

    private static IReadOnlyDictionary<string, long>? Count(StagedByUs noted) => noted.Staging.Count == 0 ? noted.Seen : null;

    private Task ChangeAsync(Func<StagedByUs, StagedByUs?> change, CancellationToken cancellationToken) =>
        notes.ChangeAsync<StagedByUs>(note, now => change(now ?? StagedByUs.None), cancellationToken);

    /// <summary>Without what a newer refresh, of whomever, has published.</summary>
    private async Task<StagedByUs> CurrentAsync(CancellationToken cancellationToken) =>
        await notes.FindAsync<StagedByUs>(note, cancellationToken) is { } noted && noted.Refresh >= await publication.NewestDoneAsync(cancellationToken) ? noted : StagedByUs.None;
}
