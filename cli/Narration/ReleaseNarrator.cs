using System.Text.Json;
using BlueGreenServerless.Documents;
using BlueGreenServerless.Serialization;

namespace BlueGreenServerless.Cli.Narration;

/// <summary>
/// Turns the documents that pass through the state machines into sentences: each change of a document is told once, whether it is
/// seen in a branch or in the whole.
/// </summary>
public sealed class ReleaseNarrator
{
    private readonly Dictionary<string, TargetState> _targets = new(StringComparer.Ordinal);

    /// <summary>The newest document of the whole release; null before the first one.</summary>
    public Release? Release { get; private set; }

    /// <summary>The targets as they were last seen, in the order of the file.</summary>
    public IReadOnlyCollection<TargetState> Targets => _targets.Values;

    /// <param name="document">Input of a state: a release, one target's branch of it, or something else, which tells nothing.</param>
    public IReadOnlyList<ProgressLine> Tell(JsonElement document, DateTimeOffset at)
    {
        if (document.ValueKind != JsonValueKind.Object || !document.TryGetProperty("plan", out _))
        {
            return [];
        }

        return document.TryGetProperty("target", out _)
            ? TellBranch(ReleaseJson.FromElement<TargetRelease>(document), at)
            : document.TryGetProperty("targets", out _) ? TellWhole(ReleaseJson.FromElement<Release>(document), at) : [];
    }

    private List<ProgressLine> TellBranch(TargetRelease branch, DateTimeOffset at) => TellTarget(new TargetNarration(branch.Plan, at), branch.Target);

    private List<ProgressLine> TellWhole(Release now, DateTimeOffset at)
    {
        var targets = now.Targets.SelectMany(target => TellTarget(new TargetNarration(now.Plan, at), target)).ToList();
        var whole = new ReleaseNarration(at).Between(Release, now).ToList();
        Release = now;
        return [.. targets, .. whole];
    }

    private List<ProgressLine> TellTarget(TargetNarration narration, TargetState now)
    {
        var told = narration.Between(_targets.GetValueOrDefault(now.Name), now).ToList();
        _targets[now.Name] = now;
        return told;
    }
}
