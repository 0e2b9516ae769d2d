using System.Text.Json.Nodes;
using BlueGreenServerless.Failures;

namespace BlueGreenServerless.Providers.Ovh.Balancing;

/// <summary>Changes of several targets that go live by one refresh: staged one after the other, published once, each read back.</summary>
/// <remarks>
/// <list type="table">
/// <item><term>all is as wanted and nothing is staged</term><description>no write; no refresh either, when that holds for all of them</description></item>
/// <item><term>all is as wanted, and others have staged changes that the policy takes along</term><description>published: what is wanted may be among them, and not live</description></item>
/// <item><term>others have staged changes</term><description>refused before ours are staged, unless the policy takes them along</description></item>
/// <item><term>others have staged changes since an earlier publication of ours failed</term><description>ours is staged back, then it is refused</description></item>
/// <item><term>an object cannot be written</term><description>those of its change that were are staged back; the other changes go live without it</description></item>
/// <item><term>something of ours is left from before</term><description>what no change of this batch wants is staged back, so that it is not published with it</description></item>
/// <item><term>the refresh does not end well, or the process ends before</term><description>remembered; the next batch publishes or puts back</description></item>
/// </list>
/// </remarks>
internal sealed class Batch(Staging staging, Ledger ledger, OurChanges changes, PendingChanges pending, Patience patience)
{
    private readonly List<Change> made = [];
    private readonly SortedDictionary<string, JsonObject> touched = new(StringComparer.Ordinal);
    private readonly Dictionary<string, ProviderRefusedException> foreign = new(StringComparer.Ordinal);
    private Dictionary<string, long?>? left;

    /// <summary>Changes that are to be published.</summary>
    public IReadOnlyList<Change> Made => made;

    /// <summary>Nobody comes any more: those that come now are of the next one.</summary>
    public bool IsComplete { get; set; }

    /// <summary>Where they are.</summary>
    public string? Zone => PendingChanges.ZoneOf(touched.Values);

    /// <summary>How long its changes may still be waited for.</summary>
    public Patience Patience => patience;

    /// <summary>Stages a change. One that cannot be is told so and does not hinder the others.</summary>
    public async Task AddAsync(Change change, CancellationToken cancellationToken)
    {
        try
        {
            if (await StageAsync(change, cancellationToken))
            {
                made.Add(change);
            }
            else
            {
                change.Succeed();
            }
        }
        catch (ReleaseException fault)
        {
            change.Fail(fault);
        }
        catch
        {
            // whoever leads was cut off: the change may be another one's, who must hear that and not that he was cut off himself
            made.Add(change);
            throw;
        }
    }

    /// <summary>After the refresh: nothing of ours is staged any more, and each change is read back.</summary>
    public async Task ConfirmAsync(CancellationToken cancellationToken)
    {
        await changes.PublishAsync(Zone, cancellationToken);
        await ledger.ClearAsync(cancellationToken);
        foreach (var change in made)
        {
            try
            {
                await staging.ConfirmAsync(change.Wanted, cancellationToken);
                change.Succeed();
            }
            catch (ReleaseException fault)
            {
                change.Fail(fault);
            }
        }
    }

    public void Fail(Exception fault) => made.ForEach(change => change.Fail(fault));

    /// <returns>Whether something has to go live for it.</returns>
    private async Task<bool> StageAsync(Change change, CancellationToken cancellationToken)
    {
        var staged = await staging.ReadAsync(change.Wanted.Keys, cancellationToken);
        left ??= await LeftAsync(change, PendingChanges.ZoneOf(staged.Values), cancellationToken);
        var wanted = await WithLeftAsync(change, staged, cancellationToken);
        var zone = PendingChanges.ZoneOf(touched.Values.Concat(staged.Values));
        if (!change.TakesOthersAlong)
        {
            await RefuseForeignAsync(change, zone, cancellationToken);
        }

        var different = wanted.Where(each => TrafficField.Read(each.Key, staged[each.Key]) != each.Value).ToList();
        if (different.Count == 0 && await ledger.FindAsync(cancellationToken) is null && !(change.TakesOthersAlong && await pending.AnyAsync(zone, cancellationToken)))
        {
            return false;
        }

        if (different.Count > 0)
        {
            await staging.WriteAsync(different, staged, left, change.Purpose == Purpose.Restore, cancellationToken);
        }

        foreach (var (path, whole) in staged)
        {
            touched[path] = whole;
        }

        return true;
    }

    /// <summary>What earlier, failed publications left: of this target, and when traffic is put back also of others that went forward.</summary>
    private async Task<Dictionary<string, long?>> LeftAsync(Change change, string? zone, CancellationToken cancellationToken)
    {
        var ours = new Dictionary<string, long?>((await staging.SettledAsync(zone, patience, cancellationToken))?.Before ?? [], StringComparer.Ordinal);
        foreach (var (path, live) in change.Purpose == Purpose.Restore ? await changes.ForwardOfOthersAsync(cancellationToken) : new Dictionary<string, long?>(StringComparer.Ordinal))
        {
            ours.TryAdd(path, live);
        }

        return ours;
    }

    /// <summary>With what an earlier, failed publication left and no change of this batch wants, as it was before.</summary>
    private async Task<Wiring> WithLeftAsync(Change change, SortedDictionary<string, JsonObject> staged, CancellationToken cancellationToken)
    {
        var wanted = new Wiring(change.Wanted);
        var unwanted = left!.Keys.Where(path => !wanted.ContainsKey(path) && !made.Exists(other => other.Wanted.ContainsKey(path))).ToList();
        foreach (var (path, whole) in await staging.FindAsync(unwanted, cancellationToken))
        {
            (staged[path], wanted[path]) = (whole, left[path]);
        }

        return wanted;
    }

    /// <summary>Waited for once: what stays for the first is there for the others too.</summary>
    /// <param name="zone">Where this batch is published.</param>
    private async Task RefuseForeignAsync(Change change, string? zone, CancellationToken cancellationToken)
    {
        if (foreign.TryGetValue(zone ?? "", out var before))
        {
            throw before;
        }

        try
        {
            await pending.RefuseAsync(zone, () => OursAsync(change.Purpose, cancellationToken), cancellationToken);
        }
        catch (ProviderRefusedException refused)
        {
            foreign[zone ?? ""] = refused;
            if (touched.Count == 0 && await ledger.FindAsync(cancellationToken) is { } unpublished)
            {
                await staging.UndoAsync(unpublished, cancellationToken);
                left = [];
            }

            throw;
        }
    }

    /// <summary>In the zones of this batch it was looked before ours was staged; else what earlier ones had staged in the end, or all when that is not known.</summary>
    private async Task<IReadOnlyDictionary<string, long>?> OursAsync(Purpose purpose, CancellationToken cancellationToken) =>
        touched.Count == 0 ? await changes.ReadAsync(await ledger.FindAsync(cancellationToken) is not null, purpose, cancellationToken)
        : Zone is { } zone ? new Dictionary<string, long>(StringComparer.Ordinal) { [zone] = long.MaxValue } : null;
}
