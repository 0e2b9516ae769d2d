using System.Text.Json.Nodes;
using BlueGreenServerless.Failures;

namespace BlueGreenServerless.Providers.Ovh.Balancing;

/// <summary>Writes objects that are not live before they are published, and remembers which.</summary>
internal sealed class Staging(BalancerApi api, Ledger ledger, OurChanges changes, Publication publication, PendingChanges pending)
{
    public async Task<SortedDictionary<string, JsonObject>> ReadAsync(IEnumerable<string> paths, CancellationToken cancellationToken)
    {
        var read = new SortedDictionary<string, JsonObject>(StringComparer.Ordinal);
        foreach (var path in paths)
        {
            read[path] = await api.ReadAsync(path, cancellationToken);
        }

        return read;
    }

    /// <summary>The same of what may be gone: an object of another release, that somebody has deleted since.</summary>
    public async Task<SortedDictionary<string, JsonObject>> FindAsync(IEnumerable<string> paths, CancellationToken cancellationToken)
    {
        var found = new SortedDictionary<string, JsonObject>(StringComparer.Ordinal);
        foreach (var path in paths)
        {
            if (await api.FindAsync(path, cancellationToken) is { } whole)
            {
                found[path] = whole;
            }
        }

        return found;
    }

    /// <summary>What of ours is still not live. A refresh of ours whose answer was lost may have ended since.</summary>
    public async Task<Unpublished?> SettledAsync(string? zone, Patience patience, CancellationToken cancellationToken)
    {
        if (await ledger.FindAsync(cancellationToken) is not { } ours)
        {
            return null;
        }

        await publication.QuietAsync(patience, cancellationToken);
        var isLive = await publication.NewestDoneAsync(cancellationToken) > ours.LastRefresh
            || (await publication.NewestAsync(cancellationToken) <= ours.LastRefresh && !await pending.AnyAsync(zone, cancellationToken));
        if (isLive)
        {
            await ForgetAsync(cancellationToken);
        }

        return isLive ? null : ours;
    }

    /// <summary>Writes what differs. When one cannot be written, those that were are staged back: another person's refresh must not publish half of a switch.</summary>
    /// <param name="staged">What was read.</param>
    /// <param name="live">What is known to be live otherwise.</param>
    public async Task WriteAsync(
        IReadOnlyList<KeyValuePair<string, long?>> different, SortedDictionary<string, JsonObject> staged, IReadOnlyDictionary<string, long?> live, bool putsBack, CancellationToken cancellationToken)
    {
        var ours = await ledger.FindAsync(cancellationToken);
        var before = new Dictionary<string, long?>(ours?.Before ?? [], StringComparer.Ordinal);
        foreach (var (path, _) in different)
        {
            before.TryAdd(path, live.TryGetValue(path, out var known) ? known : TrafficField.Read(path, staged[path]));
        }

        await ledger.RecordAsync(new Unpublished(before, ours?.LastRefresh ?? await publication.NewestAsync(cancellationToken)), cancellationToken);
        await changes.BeginAsync(putsBack, cancellationToken);
        try
        {
            foreach (var (path, value) in different)
            {
                await api.WriteAsync(path, TrafficField.With(path, staged[path], value), cancellationToken);
            }
        }
        catch (ReleaseException fault)
        {
            await UnstageAsync(different.Select(each => each.Key), staged, fault, cancellationToken);
            throw;
        }
    }

    /// <summary>All of ours is staged: what is more from now on is of others.</summary>
    public async Task CountAsync(CancellationToken cancellationToken) => await changes.CountAsync(await pending.ReadAsync(null, cancellationToken), cancellationToken);

    /// <summary>Stages back what an earlier publication left, so that it does not go live with what others publish.</summary>
    /// <remarks>It may be counted as pending nevertheless, and is not somebody else's then: OVH does not say whether it counts writes or what differs.</remarks>
    public async Task UndoAsync(Unpublished left, CancellationToken cancellationToken)
    {
        var foreign = PendingChanges.MoreThan(await pending.ReadAsync(null, cancellationToken), await changes.ReadAsync(cancellationToken));
        await changes.BeginAsync(putsBack: true, cancellationToken);
        foreach (var (path, whole) in await FindAsync(left.Before.Keys, cancellationToken))
        {
            if (TrafficField.Read(path, whole) != left.Before[path])
            {
                await api.WriteAsync(path, TrafficField.With(path, whole, left.Before[path]), cancellationToken);
            }
        }

        await changes.UndoAsync(PendingChanges.MoreThan(await pending.ReadAsync(null, cancellationToken), foreign), cancellationToken);
        await ledger.ClearAsync(cancellationToken);
    }

    /// <exception cref="ProviderUnavailableException">Something is read back as something else.</exception>
    public async Task ConfirmAsync(Wiring wanted, CancellationToken cancellationToken)
    {
        var read = await ReadAsync(wanted.Keys, cancellationToken);
        foreach (var (path, value) in wanted)
        {
            if (TrafficField.Read(path, read[path]) is var found && found != value)
            {
                throw new ProviderUnavailableException(
                    $"'{path}' of '{api.Service}' was published with '{value}' and read back with '{found}'. Only one may write it during a release. Look for somebody else who changes it.");
            }
        }
    }

    /// <summary>In this order: what is only noted as being staged may be anybody's.</summary>
    private async Task ForgetAsync(CancellationToken cancellationToken)
    {
        await changes.LeaveAsync(cancellationToken);
        await ledger.ClearAsync(cancellationToken);
    }

    private async Task UnstageAsync(IEnumerable<string> paths, SortedDictionary<string, JsonObject> staged, ReleaseException fault, CancellationToken cancellationToken)
    {
        try
        {
            foreach (var path in paths)
            {
                var before = TrafficField.Read(path, staged[path]);
                if (TrafficField.Read(path, await api.ReadAsync(path, cancellationToken)) != before)
                {
                    await api.WriteAsync(path, TrafficField.With(path, staged[path], before), cancellationToken);
                }
            }

            if (!await pending.AnyAsync(PendingChanges.ZoneOf(staged.Values), cancellationToken))
            {
                await ForgetAsync(cancellationToken);
            }
        }
        catch (ReleaseException second)
        {
            throw new ProviderUnavailableException($"{fault.Message} What was staged before could not be staged back: {second.Message}", second);
        }
    }
}
