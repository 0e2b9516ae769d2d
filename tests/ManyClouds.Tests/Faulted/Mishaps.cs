using System.Collections.Concurrent;

namespace BlueGreenServerless.ManyClouds.Tests.Faulted;

/// <summary>What was drawn to go wrong in a release, and what of it really did before the release was over: what never happens tests nothing.</summary>
internal sealed class Mishaps
{
    private readonly ConcurrentDictionary<string, bool> all = new(StringComparer.Ordinal);
    private volatile bool isOver;

    /// <summary>Kinds, each with whether it happened.</summary>
    public IReadOnlyDictionary<string, bool> All => all;

    /// <returns>Says that it happens.</returns>
    public Action Plan(string kind)
    {
        all.TryAdd(kind, false);
        return () => all[kind] = all[kind] || !isOver;
    }

    /// <summary>What happens from now on does not count.</summary>
    public void End() => isOver = true;
}
