using Amazon.SimpleSystemsManagement.Model;
using BlueGreenServerless.Failures;

namespace BlueGreenServerless.Providers.Aws.Ssm;

/// <summary>Which nodes: one tag's values, one Auto Scaling group (which AWS tags its instances with), or ids.</summary>
/// <param name="Key">As Run Command targets them: <c>tag:Name</c> or <c>InstanceIds</c>.</param>
internal sealed record NodeSelection(string Key, IReadOnlyList<string> Values)
{
    private const string Ids = "InstanceIds";
    private const string GroupTag = "tag:aws:autoscaling:groupName";

    /// <summary>Ids in one command, at most.</summary>
    private const int MaxIds = 50;

    /// <summary>The Auto Scaling group that knows its instances better than their tag does; null for other selections.</summary>
    public string? Group => Key == GroupTag && Values.Count == 1 ? Values[0] : null;

    public bool IsIds => Key == Ids;

    public static NodeSelection Parse(string text)
    {
        if (text.StartsWith("asg:", StringComparison.Ordinal) && text.Length > 4)
        {
            return new NodeSelection(GroupTag, [text[4..]]);
        }

        var equals = text.IndexOf('=', StringComparison.Ordinal);
        if (text.StartsWith("tag:", StringComparison.Ordinal) && equals > 4 && equals < text.Length - 1)
        {
            return new NodeSelection(text[..equals], [text[(equals + 1)..]]);
        }

        var ids = text.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        return ids.Length is > 0 and <= MaxIds && Array.TrueForAll(ids, IsId)
            ? new NodeSelection(Ids, [.. ids.Distinct(StringComparer.Ordinal)])
            : throw new InvalidRequestException(
                $"The hosts '{text}' cannot be used. Allowed are 'tag:NAME=VALUE', 'asg:NAME' and up to {MaxIds} ids 'i-…' or 'mi-…' with commas. For more hosts, give them a tag.");
    }

    /// <summary>One selection for all of them; commands have one target.</summary>
    public static NodeSelection Union(IReadOnlyList<NodeSelection> selections)
    {
        var union = new NodeSelection(selections[0].Key, [.. selections.SelectMany(each => each.Values).Distinct(StringComparer.Ordinal)]);
        return selections.All(each => each.Key == union.Key) && union.Values.Count <= MaxIds ? union
            : throw new InvalidRequestException(
                $"A command for every host cannot name '{string.Join("' and '", selections.Select(each => each.Key))}' together. Allowed is one tag, or up to {MaxIds} ids. Give all hosts one tag.");
    }

    public Target ToTarget() => new() { Key = Key, Values = [.. Values] };

    public override string ToString() => $"{Key}={string.Join(',', Values.Take(3))}{(Values.Count > 3 ? ",…" : "")}";

    private static bool IsId(string text) =>
        (text.StartsWith("i-", StringComparison.Ordinal) || text.StartsWith("mi-", StringComparison.Ordinal)) && text.All(character => char.IsAsciiLetterOrDigit(character) || character == '-');
}
