using Amazon.SimpleSystemsManagement;
using Amazon.SimpleSystemsManagement.Model;
using BlueGreenServerless.Failures;
using BlueGreenServerless.Providers.Aws.Clients;
using BlueGreenServerless.Providers.Aws.Fleet;

namespace BlueGreenServerless.Providers.Aws.Ssm;

/// <summary>
/// Which nodes a command has to reach. Run Command leaves out silently what a tag does not match and what has no agent, so the nodes are
/// counted before anything is sent. For a tag these are the registered nodes that have it, for an Auto Scaling group its instances in service.
/// </summary>
internal sealed class NodeInventory(AwsAccount account)
{
    private const int PerPage = 50;
    private const int SmallestPage = 5;
    private const int MostFaults = 3;

    public async Task<int> CountAsync(NodeSelection selection, CancellationToken cancellationToken) => selection.Group is { } group
        ? (await InServiceAsync(group, cancellationToken)).Count
        : selection.IsIds ? selection.Values.Count : (await RegisteredAsync(selection, cancellationToken)).Count;

    /// <summary>One call, however many there are.</summary>
    public async Task<bool> AnyAsync(NodeSelection selection, CancellationToken cancellationToken) => selection switch
    {
        { Group: { } group } => (await InServiceAsync(group, cancellationToken)).Count > 0,
        { IsIds: true } => selection.Values.Count > 0,
        _ => (await PageAsync(selection, SmallestPage, null, cancellationToken)).InstanceInformationList is { Count: > 0 },
    };

    /// <summary>The ids of the nodes, all of which can be reached now.</summary>
    /// <exception cref="InvalidRequestException">There are none.</exception>
    /// <exception cref="ProviderUnavailableException">An agent has not registered yet.</exception>
    /// <exception cref="ProviderRefusedException">An agent is offline.</exception>
    public async Task<IReadOnlyList<string>> ReachableAsync(NodeSelection selection, CancellationToken cancellationToken)
    {
        var nodes = await ExpectedAsync(selection, cancellationToken);
        if (nodes.Count == 0)
        {
            throw new InvalidRequestException($"No node matches '{selection}': '0' hosts. At least one with a running SSM agent is needed. Correct the tag, or start the agents.");
        }

        return nodes.Select(node => Fault(node.Key, node.Value)).FirstOrDefault(fault => fault is not null) is { } first ? throw first : [.. nodes.Keys];
    }

    /// <summary>What is wrong with nodes that cannot be reached now, at most three.</summary>
    public async Task<IReadOnlyList<string>> UnreachableAsync(NodeSelection selection, CancellationToken cancellationToken) =>
        [.. (await ExpectedAsync(selection, cancellationToken)).Select(node => Fault(node.Key, node.Value)?.Message).OfType<string>().Take(MostFaults)];

    private static ReleaseException? Fault(string id, InstanceInformation? node) =>
        node is null ? new ProviderUnavailableException(
            $"The node '{id}' is not registered with Systems Manager. Its SSM agent must run and its role allow it. A new machine needs a moment; else look at the agent on it.")
        : node.PingStatus != PingStatus.Online ? new ProviderRefusedException(
            $"The SSM agent of '{id}' is '{node.PingStatus}', last heard of at {node.LastPingDateTime:yyyy-MM-dd HH:mm:ss}Z. All hosts must be Online. Start the agent, or take the machine out.")
        : null;

    /// <summary>The nodes in the order of their ids; null for one that has no agent.</summary>
    private async Task<SortedDictionary<string, InstanceInformation?>> ExpectedAsync(NodeSelection selection, CancellationToken cancellationToken)
    {
        var registered = (await RegisteredAsync(selection, cancellationToken)).ToDictionary(node => node.InstanceId, StringComparer.Ordinal);
        var expected = selection.Group is { } group ? await InServiceAsync(group, cancellationToken)
            : selection.IsIds ? selection.Values : [.. registered.Keys];
        return new SortedDictionary<string, InstanceInformation?>(expected.ToDictionary(id => id, registered.GetValueOrDefault, StringComparer.Ordinal), StringComparer.Ordinal);
    }

    private async Task<IReadOnlyList<string>> InServiceAsync(string group, CancellationToken cancellationToken)
    {
        var found = await AutoScalingGroups.ReadAsync(account, [group], cancellationToken);
        return [.. (found[0].Instances ?? []).Where(instance => instance.LifecycleState?.Value == "InService").Select(instance => instance.InstanceId)];
    }

    private async Task<List<InstanceInformation>> RegisteredAsync(NodeSelection selection, CancellationToken cancellationToken)
    {
        var nodes = new List<InstanceInformation>();
        string? next = null;
        do
        {
            var page = await PageAsync(selection, PerPage, next, cancellationToken);
            nodes.AddRange(page.InstanceInformationList ?? []);
            next = page.NextToken;
        }
        while (next is { Length: > 0 });

        return nodes;
    }

    /// <remarks>A filter by tag cannot be combined with another one (API reference), so offline nodes cannot be asked for alone.</remarks>
    private Task<DescribeInstanceInformationResponse> PageAsync(NodeSelection selection, int size, string? token, CancellationToken cancellationToken)
    {
        var request = new DescribeInstanceInformationRequest
        {
            Filters = [new InstanceInformationStringFilter { Key = selection.Key, Values = [.. selection.Values] }], MaxResults = size, NextToken = token,
        };
        return AwsCall.RunAsync($"listing the nodes of '{selection}'", () => account.Systems.DescribeInstanceInformationAsync(request, cancellationToken));
    }
}
