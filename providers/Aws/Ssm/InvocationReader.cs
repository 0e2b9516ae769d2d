using Amazon.SimpleSystemsManagement;
using Amazon.SimpleSystemsManagement.Model;
using BlueGreenServerless.Documents;
using BlueGreenServerless.Failures;
using BlueGreenServerless.Providers.Aws.Clients;
using BlueGreenServerless.Verdicts;

namespace BlueGreenServerless.Providers.Aws.Ssm;

/// <summary>Reads how every node did, and what the first failed ones said.</summary>
internal sealed class InvocationReader(AwsAccount account, SsmOptions options)
{
    private const int PerPage = 50;

    /// <summary>Up to here every invocation is read; it takes as many calls as asking for each kind of failure.</summary>
    private const int FewNodes = 450;

    private const int MaxOutput = 24_000;

    private readonly NodeOutput outputs = new(account, options);

    public async Task<CommandProgress> ReadAsync(CommandTicket ticket, CommandCounts counts, bool young, CancellationToken cancellationToken)
    {
        var fold = ticket.Expected <= FewNodes
            ? NodeFold.Of(ticket.Expected, await NodesAsync(ticket.CommandId, null, cancellationToken), counts.IsOver, young)
            : NodeFold.OfFailures(ticket.Expected, counts, await FailedNodesAsync(ticket.CommandId, cancellationToken), young);
        if (fold.Verdict != CommandVerdict.Failed)
        {
            var output = fold is { Verdict: CommandVerdict.Succeeded, Total: 1 } ? await FirstOutputAsync(ticket, cancellationToken) : null;
            return new CommandProgress(fold.Verdict, fold.Total, fold.Succeeded, 0, [], output);
        }

        var failures = new List<HostFailure>();
        foreach (var node in fold.Failures.Take(CommandProgress.MaxFailures))
        {
            failures.Add(await FailureAsync(ticket.CommandId, node, cancellationToken));
        }

        return new CommandProgress(fold.Verdict, fold.Total, fold.Succeeded, fold.Failed, failures.Count > 0 ? failures : [Unreached(fold, counts)]);
    }

    /// <summary>Nodes that did not succeed, by every word that AWS has for it: as many calls as words, and one more for every 50 of such nodes.</summary>
    private async Task<IReadOnlyList<NodeFold.Node>> FailedNodesAsync(string commandId, CancellationToken cancellationToken)
    {
        var nodes = new List<NodeFold.Node>();
        foreach (var status in NodeStatus.Failures)
        {
            nodes.AddRange(await NodesAsync(commandId, status, cancellationToken));
        }

        return nodes;
    }

    private async Task<IReadOnlyList<NodeFold.Node>> NodesAsync(string commandId, string? status, CancellationToken cancellationToken)
    {
        var nodes = new List<NodeFold.Node>();
        var request = new ListCommandInvocationsRequest
        {
            CommandId = commandId, MaxResults = PerPage, Filters = status is null ? null : [new CommandFilter { Key = CommandFilterKey.Status, Value = status }],
        };
        do
        {
            var page = await AwsCall.RunAsync($"reading the nodes of the command '{commandId}'", () => account.Systems.ListCommandInvocationsAsync(request, cancellationToken));
            nodes.AddRange((page.CommandInvocations ?? []).Select(node => new NodeFold.Node(node.InstanceId, NodeStatus.Plain(node.StatusDetails ?? node.Status?.Value))));
            request.NextToken = page.NextToken;
        }
        while (request.NextToken is { Length: > 0 });

        return nodes;
    }

    private async Task<HostFailure> FailureAsync(string commandId, NodeFold.Node node, CancellationToken cancellationToken)
    {
        var reason = NodeStatus.Meaning(node.Status);
        if (await outputs.ReadAsync(commandId, node.Id, cancellationToken) is not { } answer)
        {
            return new HostFailure(node.Id, reason, null, []);
        }

        var lines = await outputs.LastLinesAsync(commandId, node.Id, answer, cancellationToken);
        return new HostFailure(node.Id, reason + outputs.Place(commandId, node.Id), answer.ResponseCode is >= 0 and { } code ? code : null, lines);
    }

    private async Task<string?> FirstOutputAsync(CommandTicket ticket, CancellationToken cancellationToken)
    {
        var nodes = await NodesAsync(ticket.CommandId, null, cancellationToken);
        var answer = await outputs.ReadAsync(ticket.CommandId, nodes[0].Id, cancellationToken);
        return answer?.StandardOutputContent is { } text ? text[..Math.Min(text.Length, MaxOutput)] : null;
    }

    private static HostFailure Unreached(NodeFold fold, CommandCounts counts) => new(
        "(unknown)",
        counts.HasNoTargets
            ? "NoInstancesInTag: No node had the tag when the command was sent. Correct the tag of the target, or start its machines."
            : $"The command reached '{fold.Succeeded}' nodes, '{fold.Total}' were expected: '{counts.Status}'. Every node must run it. Look at machines that ended or lost their tag meanwhile.",
        null, []);
}
