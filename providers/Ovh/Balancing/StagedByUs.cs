namespace BlueGreenServerless.Providers.Ovh.Balancing;

/// <summary>How many of a service's pending changes are ours, and of which targets. By ledger: whether what it staged puts traffic back.</summary>
/// <param name="Staging">Those that are staging: until they have counted, any number may be ours.</param>
/// <param name="Staged">Those that have counted, and have not been seen live.</param>
/// <param name="Counting">The most that one of those has counted, by zone, while others go on; null before the first.</param>
/// <param name="Seen">How many were pending when the last of them had counted, by zone: more of them are of others.</param>
/// <param name="Refresh">The newest refresh by then: a newer one that is done has published all of it.</param>
internal sealed record StagedByUs(
    IReadOnlyDictionary<string, bool> Staging, IReadOnlyDictionary<string, bool> Staged,
    IReadOnlyDictionary<string, long>? Counting, IReadOnlyDictionary<string, long> Seen, long Refresh)
{
    private static readonly Dictionary<string, long> Nothing = new(StringComparer.Ordinal);
    private static readonly Dictionary<string, bool> Nobody = new(StringComparer.Ordinal);

    public static StagedByUs None { get; } = new(Nobody, Nobody, null, Nothing, 0);

    private bool IsEmpty => Staging.Count == 0 && Staged.Count == 0 && Seen.Count == 0;

    /// <summary>Ledgers beside one whose changes move traffic forward.</summary>
    public IEnumerable<string> Forward(string beside) => Staging.Concat(Staged).Where(each => each.Key != beside && !each.Value).Select(each => each.Key);

    public StagedByUs Begin(string ledger, bool putsBack, long newest) => this with
    {
        Staging = Without(Staging, ledger).Append(KeyValuePair.Create(ledger, putsBack)).ToDictionary(StringComparer.Ordinal),
        Staged = Without(Staged, ledger), Refresh = Math.Max(Refresh, newest),
    };

    /// <summary>Nothing is pending: whoever has counted before has no changes any more.</summary>
    public StagedByUs Forget() => this with { Staged = Nobody, Seen = Nothing };

    public StagedByUs Count(string ledger, IReadOnlyDictionary<string, long> counted, long newest)
    {
        var purpose = Staging.TryGetValue(ledger, out var staging) ? staging : Staged.GetValueOrDefault(ledger);
        var left = (this with { Counting = Most(Counting ?? Nothing, counted), Refresh = Math.Max(Refresh, newest) }).Without(ledger);
        return left with { Staged = left.Staged.Append(KeyValuePair.Create(ledger, purpose)).ToDictionary(StringComparer.Ordinal) };
    }

    /// <summary>All changes of a ledger are staged back. They may be pending nevertheless.</summary>
    /// <returns>Null when nothing is left to remember.</returns>
    public StagedByUs? Undo(string ledger, IReadOnlyDictionary<string, long> counted, long newest) => Count(ledger, counted, newest).Leave(ledger);

    /// <param name="zone">Where all is live; null everywhere.</param>
    /// <inheritdoc cref="Undo"/>
    public StagedByUs? Publish(string ledger, string? zone, long newest) =>
        (this with
        {
            Staged = zone is null ? Nobody : Staged, Counting = Counting is null ? null : Without(Counting, zone), Seen = Without(Seen, zone), Refresh = Math.Max(Refresh, newest),
        }).Leave(ledger);

    /// <inheritdoc cref="Undo"/>
    public StagedByUs? Leave(string ledger) => Without(ledger) is { IsEmpty: false } left ? left : null;

    private StagedByUs Without(string ledger)
    {
        var left = this with { Staging = Without(Staging, ledger), Staged = Without(Staged, ledger) };
        return left.Staging.Count == 0 && left.Counting is { } counted ? left with { Counting = null, Seen = counted } : left;
    }

    private static Dictionary<string, long> Most(IReadOnlyDictionary<string, long> one, IReadOnlyDictionary<string, long> other) =>
        one.Concat(other).GroupBy(each => each.Key, StringComparer.Ordinal).ToDictionary(zone => zone.Key, zone => zone.Max(each => each.Value), StringComparer.Ordinal);

    private static Dictionary<string, T> Without<T>(IReadOnlyDictionary<string, T> all, string? one) =>
        one is null ? new Dictionary<string, T>(StringComparer.Ordinal) : all.Where(each => each.Key != one).ToDictionary(StringComparer.Ordinal);
}
