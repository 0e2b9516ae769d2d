using System.Text.Json.Nodes;
using BlueGreenServerless.Failures;

namespace BlueGreenServerless.Providers.Ovh.Balancing;

/// <summary>What is staged and not live, in the zones that a change is about.</summary>
/// <param name="publication">Tells whether a refresh runs.</param>
/// <param name="allowing">The options that would take those of others along, for the message.</param>
internal sealed class PendingChanges(BalancerApi api, BalancerPace pace, Publication publication, string allowing = "'pending: restore' or 'pending: publish'")
{
    /// <param name="zone">Only there; null everywhere.</param>
    public async Task<IReadOnlyDictionary<string, long>> ReadAsync(string? zone, CancellationToken cancellationToken) =>
        (await api.PendingAsync(cancellationToken)).Where(each => each.Value > 0 && (zone is null || each.Key == zone))
            .ToDictionary(each => each.Key, each => each.Value, StringComparer.Ordinal);

    /// <summary>
    /// Returns when others have staged nothing. What they have may go live by itself, for which they have a moment. What a refresh that runs
    /// publishes is nobody's soon, and may be ours: of a function that was cut off while it waited, and that remembers nothing.
    /// </summary>
    /// <param name="areOurs">Whether what is pending is ours by now.</param>
    /// <exception cref="ProviderRefusedException">They have.</exception>
    /// <exception cref="ProviderUnavailableException">A refresh did not end in time.</exception>
    public async Task RefuseAsync(string? zone, Func<bool> areOurs, CancellationToken cancellationToken)
    {
        IReadOnlyDictionary<string, long> pending = new Dictionary<string, long>(StringComparer.Ordinal);
        async Task<bool> IsNothingForeignAsync() => (pending = await ReadAsync(zone, cancellationToken)).Count == 0 || areOurs();
        if (await IsNothingForeignAsync())
        {
            return;
        }

        await publication.QuietAsync(cancellationToken);
        if (!await pace.HoldsAsync(IsNothingForeignAsync, pace.Foreign, api.Time, cancellationToken))
        {
            throw new ProviderRefusedException(
                $"Others have staged changes of '{api.Service}' that are not live: '{string.Join("', '", pending.Select(each => $"{each.Value} in {each.Key}"))}'. " +
                $"Publishing ours would publish theirs, so there must be none. Publish or undo them, or allow it with {allowing}.");
        }
    }

    /// <summary>The one zone that all front-ends are in, or null for everywhere.</summary>
    public static string? ZoneOf(IEnumerable<JsonObject> staged)
    {
        var zones = staged.Select(whole => (string?)whole["zone"]).OfType<string>().Distinct(StringComparer.Ordinal).ToList();
        return zones.Count == 1 && zones[0] != "all" ? zones[0] : null;
    }
}
