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

    public async Task<int> CountAsync(NodeSelection selection, CancellationToken cancellationToken) => selection.Group is { } group
        ? (await InServiceAsync(group, cancellationToken)).Count
        : selection.IsIds ? selection.Values.Count : (await RegisteredAsync(selection, cancellationToken)).Count;

    /// <summary>The ids of the nodes, all of which can be reached now.</summary>
    /// <exception cref="InvalidRequestException">There are none.</exception>
    /// <exception cref="ProviderUnavailableException">An agent has not registered yet.</exception>
    /// <exception cref="ProviderRefusedException">An agent is offline.</exception>
    public async Task<IReadOnlyList<string>> ReachableAsync(NodeSelection selection, CancellationToken cancellationToken)
    {
        var registered = (await RegisteredAsync(selection, cancellationToken)).ToDictionary(node => node.InstanceId, StringComparer.Ordinal);
        var expected = selection.Group is { } group ? await InServiceAsync(group, cancellationToken)
            : selection.IsIds ? selection.Values : [.. registered.Keys];
        if (expected.Count == 0)
        {
            throw new InvalidRequestException($"No node matches '{selection}': '0' hosts. At least one with a running SSM agent is needed. Correct the tag, or start the agents.");
        }

        foreach (var id in expected.Order(StringComparer.Ordinal))
        {
            CheckAgent(id, registered.GetValueOrDefault(id));
        }

        return [.. expected.Order(StringComparer.Ordinal)];
    }

    private static void CheckAgent(string id, InstanceInformation? node)
    {
        if (node is null)
        {
            throw new ProviderUnavailableException(
                $"The node '{id}' is not registered with Systems Manager. Its SSM agent must run and its role allow it. A new machine needs a moment; else look at the agent on it.");
        }

        if (node.PingStatus != PingStatus.Online)
        {
            throw new ProviderRefusedException(
                $"The SSM agent of '{id}' is '{node.PingStatus}', last heard of at {node.LastPingDateTime:yyyy-MM-dd HH:mm:ss}Z. All hosts must be Online. Start the agent, or take the machine out.");
        }
    }

    private async Task<IReadOnlyList<string>> InServiceAsync(string group, CancellationToken cancellationToken)
    {
        var found = await AutoScalingGroups.ReadAsync(account, [group], cancellationToken);
        return [.. (found[0].Instances ?? []).Where(instance => instance.LifecycleState?.Value == "InService").Select(instance => instance.InstanceId)];
    }

    private async Task<List<InstanceInformation>> RegisteredAsync(NodeSelection selection, CancellationToken cancellationToken)
    {
        var nodes = new List<InstanceInformation>();
        var request = new DescribeInstanceInformationRequest
        {
            Filters = [new InstanceInformationStringFilter { Key = selection.Key, Values = [.. selection.Values] }], MaxResults = PerPage,
        };
        do
        {
            var page = await AwsCall.RunAsync($"listing the nodes of '{selection}'", () => account.Systems.DescribeInstanceInformationAsync(request, cancellationToken));
            nodes.AddRange(page.InstanceInformationList ?? []);
            request.NextToken = page.NextToken;
        }
        while (request.NextToken is { Length: > 0 });

        return nodes;
    }
}
