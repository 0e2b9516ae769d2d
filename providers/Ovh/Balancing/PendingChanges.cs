using BlueGreenServerless.Failures;

namespace BlueGreenServerless.Providers.Ovh.Balancing;

/// <summary>What is staged and not live. OVH tells how much it is and where, not whose.</summary>
internal sealed class PendingChanges(BalancerApi api, BalancerPace pace)
{
    /// <summary>How many by zone; zones with none are left out.</summary>
    /// <param name="zone">Only there; null everywhere.</param>
    public async Task<IReadOnlyDictionary<string, long>> ReadAsync(string? zone, CancellationToken cancellationToken) =>
        (await api.PendingAsync(cancellationToken)).Where(each => each.Value > 0 && (zone is null || each.Key == zone))
            .ToDictionary(each => each.Key, each => each.Value, StringComparer.Ordinal);

    /// <summary>Waits a little for changes of others to go live by themselves.</summary>
    /// <param name="allowing">The options that would take them along, for the message.</param>
    /// <exception cref="ProviderRefusedException">They do not.</exception>
    public async Task RefuseAsync(string? zone, string allowing, CancellationToken cancellationToken)
    {
        IReadOnlyDictionary<string, long> pending = new Dictionary<string, long>(StringComparer.Ordinal);
        if (!await pace.HoldsAsync(async () => (pending = await ReadAsync(zone, cancellationToken)).Count == 0, pace.Foreign, api.Time, cancellationToken))
        {
            throw new ProviderRefusedException(
                $"Others have staged changes of '{api.Service}' that are not live: '{string.Join("', '", pending.Select(each => $"{each.Value} in {each.Key}"))}'. " +
                $"Publishing ours would publish theirs, so there must be none. Publish or undo them, or allow it with {allowing}.");
        }
    }
}
