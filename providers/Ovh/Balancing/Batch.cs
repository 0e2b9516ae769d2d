using System.Text.Json.Nodes;
using BlueGreenServerless.Failures;

namespace BlueGreenServerless.Providers.Ovh.Balancing;

/// <summary>Changes of several targets that go live by one refresh: staged one after the other, published once, each read back.</summary>
/// <remarks>
/// <list type="table">
/// <item><term>all is as wanted and nothing of ours is staged</term><description>no write; no refresh either, when that holds for all of them</description></item>
/// <item><term>others have staged changes</term><description>refused before ours are staged, unless the policy takes them along</description></item>
/// <item><term>an object cannot be written</term><description>those of its change that were are staged back; the other changes go live without it</description></item>
/// <item><term>something of ours is left from before, and traffic is put back</term><description>what nobody wants any more is staged back, so that it is not published with it</description></item>
/// <item><term>the refresh does not end well, or the process ends before</term><description>remembered; the next batch publishes or puts back</description></item>
/// </list>
/// </remarks>
internal sealed class Batch(Staging staging, Ledger ledger, PendingChanges pending)
{
    private readonly List<Change> made = [];
    private readonly SortedDictionary<string, JsonObject> touched = new(StringComparer.Ordinal);
    private ProviderRefusedException? foreign;
    private Dictionary<string, long?>? left;

    /// <summary>Changes that are to be published.</summary>
    public IReadOnlyList<Change> Made => made;

    /// <summary>Where they are.</summary>
    public string? Zone => PendingChanges.ZoneOf(touched.Values);

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
        catch (OperationCanceledException cut)
        {
            change.Fail(cut);
            throw;
        }
    }

    /// <summary>After the refresh: nothing of ours is staged any more, and each change is read back.</summary>
    public async Task ConfirmAsync(CancellationToken cancellationToken)
    {
        ledger.Clear();
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
        left ??= (await staging.SettledAsync(PendingChanges.ZoneOf(staged.Values), cancellationToken))?.Before ?? [];
        var wanted = await WithLeftAsync(change, staged, cancellationToken);
        var different = wanted.Where(each => TrafficField.Read(each.Key, staged[each.Key]) != each.Value).ToList();
        var isOurs = ledger.Find() is not null;
        if (!isOurs && (different.Count > 0 || change.Purpose == Purpose.Attach) && !change.TakesOthersAlong)
        {
            await RefuseForeignAsync(PendingChanges.ZoneOf(staged.Values), cancellationToken);
        }

        if (different.Count == 0 && !isOurs)
        {
            return false;
        }

        await staging.WriteAsync(different, staged, cancellationToken);
        foreach (var (path, whole) in staged)
        {
            touched[path] = whole;
        }

        return true;
    }

    /// <summary>With what an earlier, failed publication left and no change of this batch wants, as it was before.</summary>
    private async Task<Wiring> WithLeftAsync(Change change, SortedDictionary<string, JsonObject> staged, CancellationToken cancellationToken)
    {
        var wanted = new Wiring(change.Wanted);
        var unwanted = change.Purpose != Purpose.Restore ? [] : left!.Where(each => !wanted.ContainsKey(each.Key) && !made.Exists(other => other.Wanted.ContainsKey(each.Key))).ToList();
        foreach (var (path, whole) in await staging.ReadAsync(unwanted.Select(each => each.Key), cancellationToken))
        {
            (staged[path], wanted[path]) = (whole, left![path]);
        }

        return wanted;
    }

    /// <summary>Waited for once: what stays for the first is there for the others too.</summary>
    private async Task RefuseForeignAsync(string? zone, CancellationToken cancellationToken)
    {
        if (foreign is not null)
        {
            throw foreign;
        }

        try
        {
            await pending.RefuseAsync(zone, () => false, cancellationToken);
        }
        catch (ProviderRefusedException refused)
        {
            foreign = refused;
            throw;
        }
    }
}
