using System.Text.Json.Nodes;
using BlueGreenServerless.Failures;

namespace BlueGreenServerless.Providers.Ovh.Balancing;

/// <summary>What is staged and not live, in the zones that a change is about.</summary>
/// <param name="allowing">The options that would take those of others along, for the message.</param>
internal sealed class PendingChanges(BalancerApi api, BalancerPace pace, Publication publication, string allowing = "'pending: restore' or 'pending: publish'")
{
    /// <summary>None of what is pending is ours.</summary>
    public static IReadOnlyDictionary<string, long> NotOurs { get; } = new Dictionary<string, long>(StringComparer.Ordinal);

    /// <param name="zone">Only there; null everywhere.</param>
    public async Task<IReadOnlyDictionary<string, long>> ReadAsync(string? zone, CancellationToken cancellationToken) =>
        (await api.PendingAsync(cancellationToken)).Where(each => each.Value > 0 && (zone is null || each.Key == zone))
            .ToDictionary(each => each.Key, each => each.Value, StringComparer.Ordinal);

    /// <summary>Whether anything is staged and not live.</summary>
    public async Task<bool> AnyAsync(string? zone, CancellationToken cancellationToken) => (await ReadAsync(zone, cancellationToken)).Count > 0;

    /// <summary>Returns when others have staged nothing. What they have may go live by itself, for which they have a moment, or until the refresh that runs has ended.</summary>
    /// <param name="ours">How many of the changes are ours by now, by zone; null when all may be.</param>
    /// <exception cref="ProviderRefusedException">They have.</exception>
    /// <exception cref="ProviderUnavailableException">They are publishing for too long.</exception>
    public async Task RefuseAsync(string? zone, Func<Task<IReadOnlyDictionary<string, long>?>> ours, CancellationToken cancellationToken)
    {
        var moment = new Patience(pace.Foreign, api.Time);
        var foreign = NotOurs;
        async Task<bool> IsDecidedAsync()
        {
            // asked before: what a refresh has published when it ends is not pending any more
            var isOver = moment.Left == TimeSpan.Zero && !await publication.RunsAsync(cancellationToken);
            foreign = MoreThan(await ReadAsync(zone, cancellationToken), await ours());
            return isOver || foreign.Count == 0;
        }

        if (!await pace.HoldsAsync(IsDecidedAsync, pace.Publish, api.Time, cancellationToken))
        {
            throw publication.StillRuns(pace.Publish);
        }

        if (foreign.Count > 0)
        {
            throw new ProviderRefusedException(
                $"Others have staged changes of '{api.Service}' that are not live: '{string.Join("', '", foreign.Select(each => $"{each.Value} in {each.Key}"))}'. " +
                $"Publishing ours would publish theirs, so there must be none. Publish or undo them, or allow it with {allowing}.");
        }
    }

    /// <summary>The one zone that all front-ends are in, or null for everywhere.</summary>
    public static string? ZoneOf(IEnumerable<JsonObject> staged)
    {
        var zones = staged.Select(whole => (string?)whole["zone"]).OfType<string>().Distinct(StringComparer.Ordinal).ToList();
        return zones.Count == 1 && zones[0] != "all" ? zones[0] : null;
    }

    /// <summary>What is more than what is known, by zone; nothing when any number may be known.</summary>
    public static IReadOnlyDictionary<string, long> MoreThan(IReadOnlyDictionary<string, long> pending, IReadOnlyDictionary<string, long>? known) => known is null ? NotOurs
        : pending.Select(each => KeyValuePair.Create(each.Key, each.Value - known.GetValueOrDefault(each.Key))).Where(each => each.Value > 0)
            .ToDictionary(StringComparer.Ordinal);
}
