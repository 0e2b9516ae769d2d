using System.Collections.Concurrent;
using BlueGreenServerless.Clouds.Aws.Protocols;

namespace BlueGreenServerless.Clouds.Aws.SystemsManager;

/// <summary>The managed nodes of the account.</summary>
public sealed class Nodes
{
    private readonly ConcurrentDictionary<string, ManagedNode> nodes = new(StringComparer.Ordinal);

    private IReadOnlyList<ManagedNode>? sorted;

    public IReadOnlyList<ManagedNode> All => sorted ??= [.. nodes.Values.OrderBy(node => node.Id, StringComparer.Ordinal)];

    public ManagedNode Add(string id, string directory, params (string Key, string Value)[] tags)
    {
        var node = new ManagedNode(id, directory);
        foreach (var (key, value) in tags)
        {
            node.Tags[key] = value;
        }

        nodes[id] = node;
        sorted = null;
        return node;
    }

    public void Remove(string id)
    {
        nodes.TryRemove(id, out _);
        sorted = null;
    }

    /// <exception cref="AwsException">A node is not there or its agent does not answer.</exception>
    internal IReadOnlyList<ManagedNode> Named(IReadOnlyList<string> ids)
    {
        var wrong = ids.Where(id => !nodes.TryGetValue(id, out var node) || !node.IsOnline).ToList();
        return wrong.Count == 0
            ? [.. ids.Select(id => nodes[id])]
            : throw new AwsException("InvalidInstanceId", $"Instances [[{string.Join(", ", wrong)}]] not in a valid state for account");
    }

    /// <summary>Nodes that have one of the values of every target.</summary>
    internal IReadOnlyList<ManagedNode> Targeted(IReadOnlyList<Input> targets) =>
        [.. All.Where(node => targets.All(target => Matches(node, target.Required("Key"), target.Texts("Values"))))];

    internal static bool Matches(ManagedNode node, string key, IReadOnlyList<string> values) => key switch
    {
        "InstanceIds" => values.Contains(node.Id, StringComparer.Ordinal),
        "PingStatus" => values.Contains(node.IsOnline ? "Online" : "ConnectionLost", StringComparer.Ordinal),
        "ResourceType" => values.Contains(ResourceType(node), StringComparer.Ordinal),
        "PlatformTypes" => values.Contains("Linux", StringComparer.Ordinal),
        _ when key.StartsWith("tag:", StringComparison.Ordinal) => node.Tags.TryGetValue(key[4..], out var value) && values.Contains(value, StringComparer.Ordinal),
        "tag-key" => values.Any(node.Tags.ContainsKey),
        _ => throw new AwsException("InvalidFilterKey", $"The key {key} is not known."),
    };

    internal static string ResourceType(ManagedNode node) => node.Id.StartsWith("mi-", StringComparison.Ordinal) ? "ManagedInstance" : "EC2Instance";
}
