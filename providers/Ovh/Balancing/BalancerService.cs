using System.Text.Json.Nodes;
using BlueGreenServerless.Failures;

namespace BlueGreenServerless.Providers.Ovh.Balancing;

/// <summary>
/// Reads what is live and changes it, one change at a time for all targets of the service: what is staged is published for everybody at
/// once.
/// </summary>
internal sealed class BalancerService(BalancerApi api, Ledger ledger, BalancerPace pace)
{
    private readonly SemaphoreSlim gate = new(1, 1);
    private readonly Publication publication = new(api, pace);
    private readonly PendingChanges changes = new(api, pace);

    public BalancerApi Api => api;

    /// <summary>Where traffic goes now. OVH shows what is staged; what we know to be staged only is taken off again.</summary>
    /// <exception cref="ProviderRefusedException">Others have staged changes and the policy is to refuse: then what is live cannot be told.</exception>
    public async Task<LiveWiring> ReadAsync(IEnumerable<string> paths, OvhPending policy, CancellationToken cancellationToken)
    {
        await gate.WaitAsync(cancellationToken);
        try
        {
            var staged = await StagedAsync(paths, cancellationToken);
            var ours = await SettledAsync(staged, cancellationToken);
            if (ours is null && policy == OvhPending.Refuse)
            {
                await changes.RefuseAsync(Zone(staged), "'pending: restore' or 'pending: publish'", cancellationToken);
            }

            return new LiveWiring(new Wiring(staged.Select(each => KeyValuePair.Create(each.Key, Live(each.Key, each.Value, ours)))), ours is not null);
        }
        finally
        {
            gate.Release();
        }
    }

    /// <summary>Makes traffic go as wanted, and returns when that is live and read back.</summary>
    /// <remarks>
    /// <list type="table">
    /// <item><term>all is as wanted and nothing of ours is staged</term><description>no write, no refresh</description></item>
    /// <item><term>others have staged changes</term><description>refused before ours are staged, unless the policy takes them along</description></item>
    /// <item><term>an object cannot be written</term><description>those that were are staged back: another person's refresh must not publish half of a switch</description></item>
    /// <item><term>the refresh does not end well, or the process ends before</term><description>remembered; the next change publishes or puts back</description></item>
    /// </list>
    /// </remarks>
    public async Task ApplyAsync(Wiring wanted, Purpose purpose, OvhPending policy, CancellationToken cancellationToken)
    {
        await gate.WaitAsync(cancellationToken);
        try
        {
            var staged = await StagedAsync(wanted.Keys, cancellationToken);
            var ours = await SettledAsync(staged, cancellationToken);
            var different = wanted.Where(each => TrafficField.Read(each.Key, staged[each.Key]) != each.Value).ToList();
            if (ours is null && (different.Count > 0 || purpose == Purpose.Attach) && !Takes(policy, purpose))
            {
                await changes.RefuseAsync(Zone(staged), "'pending: restore' or 'pending: publish'", cancellationToken);
            }

            if (different.Count > 0 || ours is not null)
            {
                await StageAsync(different, staged, ours, cancellationToken);
                await publication.RefreshAsync(Zone(staged), cancellationToken);
                await ConfirmAsync(wanted, cancellationToken);
                ledger.Clear();
            }
        }
        finally
        {
            gate.Release();
        }
    }

    /// <summary>Nothing is staged, by us or by others.</summary>
    public async Task<bool> IsAtRestAsync(CancellationToken cancellationToken) => (await changes.ReadAsync(null, cancellationToken)).Count == 0;

    private static bool Takes(OvhPending policy, Purpose purpose) => policy == OvhPending.Publish || (policy == OvhPending.Restore && purpose == Purpose.Restore);

    private static long? Live(string path, JsonObject whole, Unpublished? ours) =>
        ours is not null && ours.Before.TryGetValue(path, out var before) ? before : TrafficField.Read(path, whole);

    private async Task<SortedDictionary<string, JsonObject>> StagedAsync(IEnumerable<string> paths, CancellationToken cancellationToken)
    {
        var read = new SortedDictionary<string, JsonObject>(StringComparer.Ordinal);
        foreach (var path in paths)
        {
            read[path] = await api.ReadAsync(path, cancellationToken);
        }

        return read;
    }

    /// <summary>What of ours is still not live. A refresh of ours whose answer was lost may have ended since.</summary>
    private async Task<Unpublished?> SettledAsync(SortedDictionary<string, JsonObject> staged, CancellationToken cancellationToken)
    {
        if (ledger.Find() is not { } ours)
        {
            return null;
        }

        await publication.QuietAsync(cancellationToken);
        var newest = await publication.NewestAsync(cancellationToken);
        var isLive = newest > ours.LastRefresh
            ? await api.TaskStatusAsync(newest, cancellationToken) == "done"
            : (await changes.ReadAsync(Zone(staged), cancellationToken)).Count == 0;
        if (isLive)
        {
            ledger.Clear();
        }

        return ledger.Find();
    }

    private async Task StageAsync(List<KeyValuePair<string, long?>> different, SortedDictionary<string, JsonObject> staged, Unpublished? ours, CancellationToken cancellationToken)
    {
        var before = new Dictionary<string, long?>(ours?.Before ?? [], StringComparer.Ordinal);
        foreach (var (path, _) in different)
        {
            before.TryAdd(path, TrafficField.Read(path, staged[path]));
        }

        ledger.Record(new Unpublished(before, ours?.LastRefresh ?? await publication.NewestAsync(cancellationToken)));
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

            if ((await changes.ReadAsync(Zone(staged), cancellationToken)).Count == 0)
            {
                ledger.Clear();
            }
        }
        catch (ReleaseException second)
        {
            throw new ProviderUnavailableException($"{fault.Message} What was staged before could not be staged back: {second.Message}", second);
        }
    }

    private async Task ConfirmAsync(Wiring wanted, CancellationToken cancellationToken)
    {
        var read = await StagedAsync(wanted.Keys, cancellationToken);
        foreach (var (path, value) in wanted)
        {
            if (TrafficField.Read(path, read[path]) is var found && found != value)
            {
                throw new ProviderUnavailableException(
                    $"'{path}' of '{api.Service}' was published with '{value}' and read back with '{found}'. Only one may write it during a release. Look for somebody else who changes it.");
            }
        }
    }

    /// <summary>The one zone that all front-ends are in, or null for everywhere.</summary>
    private static string? Zone(SortedDictionary<string, JsonObject> staged)
    {
        var zones = staged.Values.Select(whole => (string?)whole["zone"]).OfType<string>().Distinct(StringComparer.Ordinal).ToList();
        return zones.Count == 1 && zones[0] != "all" ? zones[0] : null;
    }
}
