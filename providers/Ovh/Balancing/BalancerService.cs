using System.Text.Json.Nodes;
using BlueGreenServerless.Failures;

namespace BlueGreenServerless.Providers.Ovh.Balancing;

/// <summary>
/// Reads what is live and changes it. What is staged is published for everybody at once, so the changes of all targets of a service that
/// come while a publication is prepared are made by one refresh, and one publication follows the other.
/// </summary>
internal sealed class BalancerService
{
    private readonly BalancerApi api;
    private readonly BalancerPace pace;
    private readonly Ledger ledger;
    private readonly OurChanges changes;
    private readonly Publication publication;
    private readonly PendingChanges pending;
    private readonly Staging staging;
    private readonly Turn turn;
    private readonly ChangeQueue queue = new();
    private volatile bool isPublishing;

    public BalancerService(BalancerApi api, Ledger ledger, BalancerPace pace)
    {
        (this.api, this.pace, this.ledger) = (api, pace, ledger);
        publication = new Publication(api, pace);
        pending = new PendingChanges(api, pace, publication);
        changes = ledger.Ours(api, publication);
        staging = new Staging(api, ledger, changes, publication, pending);
        turn = new Turn(api, new MachineTurn(api, pace, ledger));
    }

    public BalancerApi Api => api;

    /// <summary>Where traffic goes now. OVH shows what is staged; what we know to be staged only is taken off again.</summary>
    /// <param name="policy">Refuse: not when others have staged changes, because then what is live cannot be told. Otherwise what is read is said to be unpublished.</param>
    /// <exception cref="ProviderRefusedException">They have, and the policy is to refuse.</exception>
    public async Task<LiveWiring> ReadAsync(IEnumerable<string> paths, OvhPending policy, CancellationToken cancellationToken)
    {
        var staged = await staging.ReadAsync(paths, cancellationToken);
        var zone = PendingChanges.ZoneOf(staged.Values);
        if (!isPublishing && await ledger.FindAsync(cancellationToken) is not null)
        {
            var patience = pace.Patience(api.Time);
            await turn.RunAsync(() => staging.SettledAsync(zone, patience, cancellationToken), patience, cancellationToken);
        }

        var ours = await ledger.FindAsync(cancellationToken);
        if (ours is null && policy == OvhPending.Refuse)
        {
            await pending.RefuseAsync(zone, () => changes.ReadAsync(cancellationToken), cancellationToken);
        }

        var isUnpublished = ours is not null ? staged.Keys.Any(ours.Before.ContainsKey) : policy != OvhPending.Refuse && await pending.AnyAsync(zone, cancellationToken);
        return new LiveWiring(new Wiring(staged.Select(each => KeyValuePair.Create(each.Key, Live(each.Key, each.Value, ours)))), isUnpublished);
    }

    /// <summary>Makes traffic go as wanted, and returns when that is live and read back: in a batch with what other targets want meanwhile.</summary>
    public async Task ApplyAsync(Wiring wanted, Purpose purpose, OvhPending policy, CancellationToken cancellationToken)
    {
        var change = new Change(wanted, purpose, policy);
        if (queue.Add(change))
        {
            await LeadAsync(cancellationToken);
        }

        await change.EndedAsync(pace.Publish, api.Time, cancellationToken);
    }

    /// <summary>Nothing is staged, by us or by others.</summary>
    public async Task<bool> IsAtRestAsync(CancellationToken cancellationToken) => !await pending.AnyAsync(null, cancellationToken);

    private static long? Live(string path, JsonObject whole, Unpublished? ours) =>
        ours is not null && ours.Before.TryGetValue(path, out var before) ? before : TrafficField.Read(path, whole);

    /// <summary>Publishes what comes until the queue is closed. Whatever happens before that is told to all who have come.</summary>
    private async Task LeadAsync(CancellationToken cancellationToken)
    {
        var batch = new Batch(staging, ledger, changes, pending, pace.Patience(api.Time));
        try
        {
            await turn.RunAsync(() => PublishAsync(batch, cancellationToken), batch.Patience, cancellationToken);
        }
        catch (ReleaseException fault)
        {
            End(batch, fault);
        }
        catch
        {
            End(batch, CutOff());
            throw;
        }
    }

    private async Task PublishAsync(Batch batch, CancellationToken cancellationToken)
    {
        isPublishing = true;
        try
        {
            await CollectAsync(batch, cancellationToken);
            if (batch.Made.Count > 0)
            {
                await staging.CountAsync(cancellationToken);
                await publication.RefreshAsync(batch.Zone, batch.Patience, cancellationToken);
                await batch.ConfirmAsync(cancellationToken);
            }
        }
        finally
        {
            isPublishing = false;
        }
    }

    /// <summary>Until nobody has come while the last one was staged and a refresh of others ended.</summary>
    private async Task CollectAsync(Batch batch, CancellationToken cancellationToken)
    {
        do
        {
            while (queue.Next() is { } change)
            {
                await batch.AddAsync(change, cancellationToken);
            }

            if (batch.Made.Count > 0)
            {
                await publication.QuietAsync(batch.Patience, cancellationToken);
            }
        }
        while (!queue.TryClose());
        batch.IsComplete = true;
    }

    private void End(Batch batch, Exception fault)
    {
        batch.Fail(fault);
        if (!batch.IsComplete)
        {
            queue.Fail(fault);
        }
    }

    private ProviderUnavailableException CutOff() =>
        new($"The step that published changes of '{api.Service}' for several targets was cut off. What it had staged is remembered. It is tried again.");
}
