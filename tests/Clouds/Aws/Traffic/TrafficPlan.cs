using BlueGreenServerless.Clouds.Aws.LoadBalancing;

namespace BlueGreenServerless.Clouds.Aws.Traffic;

/// <summary>Names that rules and groups have in HAProxy, and which groups a listener may use.</summary>
internal sealed class TrafficPlan(Balancers balancers)
{
    private readonly Dictionary<string, SortedSet<int>> used = new(StringComparer.Ordinal);

    public Balancers Balancers { get; } = balancers;

    public static string RuleName(Rule rule) => "r" + rule.Arn[(rule.Arn.LastIndexOf('/') + 1)..];

    public static string FrontName(Listener listener) => "l" + listener.Arn[(listener.Arn.LastIndexOf('/') + 1)..];

    public static string GroupName(int index) => $"tg_{index}";

    public int IndexOf(string arn) => Balancers.Groups.Select((group, index) => (group, index)).First(pair => pair.group.Arn == arn).index;

    /// <summary>Groups of all that the listener has forwarded to so far, so that going back needs no new configuration.</summary>
    public IReadOnlyCollection<int> GroupsOf(Listener listener)
    {
        if (!used.TryGetValue(listener.Arn, out var groups))
        {
            used[listener.Arn] = groups = [];
        }

        groups.UnionWith(listener.Rules.SelectMany(rule => rule.Traffic).Select(weighted => IndexOf(weighted.Arn)));
        return groups;
    }

    /// <summary>The lines of the map: for each rule the cumulative share of each group in millionths, and who stays with whom.</summary>
    public IReadOnlyList<(string Key, int Value)> Shares() => [.. Balancers.Listeners.SelectMany(listener => listener.Rules).SelectMany(Shares)];

    private IEnumerable<(string Key, int Value)> Shares(Rule rule)
    {
        var name = RuleName(rule);
        var weighted = rule.Traffic.Select(group => (Index: IndexOf(group.Arn), group.Weight)).OrderBy(group => group.Index).ToList();
        var (total, sum) = (weighted.Sum(group => group.Weight), 0);
        foreach (var (index, weight) in weighted)
        {
            sum += weight;
            yield return ($"{name}.{index}", total == 0 ? 0 : (int)(1_000_000L * sum / total));
            yield return ($"{name}.member.{index}", 1);
        }

        if (rule.StickySeconds is { } seconds)
        {
            yield return ($"{name}.sticky", seconds);
        }
    }
}
