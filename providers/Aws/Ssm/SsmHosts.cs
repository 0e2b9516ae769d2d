using Amazon.SimpleSystemsManagement;
using Amazon.SimpleSystemsManagement.Model;
using BlueGreenServerless.Documents;
using BlueGreenServerless.Ports;
using BlueGreenServerless.Providers.Aws.Clients;
using BlueGreenServerless.Traffic;
using BlueGreenServerless.Verdicts;

namespace BlueGreenServerless.Providers.Aws.Ssm;

/// <summary>
/// Scripts on many nodes by one Run Command. What a command came to is read from its invocations, one for each node, against the number of nodes
/// that it was sent for; the command's own status says success while nodes were never reached.
/// </summary>
internal sealed class SsmHosts(SsmOptions options, NodePools pools, AwsAccount account) : IHostCommands, IDiagnosed
{
    /// <summary>How long after it was sent a command may still be unknown to parts of the service.</summary>
    private static readonly TimeSpan Settling = TimeSpan.FromMinutes(1);

    private readonly NodeInventory inventory = new(account);
    private readonly CommandSearch search = new(account);
    private readonly InvocationReader invocations = new(account, options);

    public Task<int> CountAsync(Color color, CancellationToken cancellationToken) => inventory.CountAsync(pools.Select(color), cancellationToken);

    public Task<bool> AnyAsync(Color color, CancellationToken cancellationToken) => inventory.AnyAsync(pools.Select(color), cancellationToken);

    public Task<IReadOnlyList<string>> UnreachableAsync(Color color, CancellationToken cancellationToken) =>
        inventory.UnreachableAsync(pools.Select(color), cancellationToken);

    /// <remarks>
    /// <list type="table">
    /// <item><term>a command of this id was sent already</term><description>its ticket; nothing is sent</description></item>
    /// <item><term>no node, a node without agent, an agent offline</term><description>refused by name, nothing is sent</description></item>
    /// <item><term>otherwise</term><description>sent, with short and explicit timeouts, no node after the first failure</description></item>
    /// </list>
    /// An answer that was lost may send a command twice; scripts may run twice.
    /// </remarks>
    public async Task<string> StartAsync(HostCommand command, CancellationToken cancellationToken)
    {
        if (await search.FindAsync(command, cancellationToken) is { } earlier)
        {
            return earlier.ToString();
        }

        var selection = pools.Select(command.Color);
        var nodes = await inventory.ReachableAsync(selection, cancellationToken);
        var target = command.OnlyFirst ? NodeSelection.Parse(nodes[0]) : selection;
        var expected = command.OnlyFirst ? 1 : nodes.Count;
        var sent = await AwsCall.RunAsync(
            $"sending the command '{command.Id}'", () => account.Systems.SendCommandAsync(Request(command, target, expected), cancellationToken));
        return new CommandTicket(sent.Command.CommandId, expected, account.Time.GetUtcNow()).ToString();
    }

    public async Task<CommandProgress> PollAsync(string commandId, CancellationToken cancellationToken)
    {
        if (CommandTicket.Parse(commandId) is not { } ticket || await search.ReadAsync(ticket.CommandId, cancellationToken) is not { } found)
        {
            return new CommandProgress(CommandVerdict.Unknown, 0, 0, 0, []);
        }

        var young = account.Time.GetUtcNow() < ticket.SentAt + Settling;
        if (found.Command is not { } command)
        {
            return new CommandProgress(young ? CommandVerdict.Running : CommandVerdict.Unknown, ticket.Expected, 0, 0, []);
        }

        // one call while all goes well, whatever the number of nodes; the nodes are read when there is something to learn from them
        var counted = CommandCounts.Of(command);
        return counted.IsOver || counted.HasErrors
            ? await invocations.ReadAsync(ticket, counted, young, cancellationToken)
            : new CommandProgress(CommandVerdict.Running, Math.Max(ticket.Expected, counted.Targets), counted.Completed, 0, []);
    }

    public async Task CancelAsync(string commandId, CancellationToken cancellationToken)
    {
        if (CommandTicket.Parse(commandId) is not { } ticket)
        {
            return;
        }

        try
        {
            var request = new CancelCommandRequest { CommandId = ticket.CommandId };
            await AwsCall.RunAsync($"cancelling the command '{ticket.CommandId}'", () => account.Systems.CancelCommandAsync(request, cancellationToken));
        }
        catch (Failures.ProviderRefusedException refused) when (refused.InnerException is InvalidCommandIdException)
        {
            // it is not known any more, so there is nothing to stop
            return;
        }
    }

    public Task<IReadOnlyList<Diagnosis>> DiagnoseAsync(CancellationToken cancellationToken) => new SsmExamination(account).RunAsync(cancellationToken);

    private SendCommandRequest Request(HostCommand command, NodeSelection target, int expected)
    {
        var delivery = Math.Max(30, (int)Math.Min(options.DeliveryTimeout.TotalSeconds, command.Deadline.TotalSeconds / 2));
        var execution = Math.Max(1, (int)command.Deadline.TotalSeconds - delivery);
        return new SendCommandRequest
        {
            DocumentName = "AWS-RunShellScript",
            Targets = [target.ToTarget()],
            TimeoutSeconds = delivery,
            Parameters = new Dictionary<string, List<string>>(StringComparer.Ordinal)
            {
                ["commands"] = NodeScript.Lines(command, options.Region),
                ["executionTimeout"] = [$"{execution}"],
            },
            MaxConcurrency = options.Parallel,
            MaxErrors = "0",
            Comment = CommandTicket.Comment(command.Id, expected),
            OutputS3BucketName = options.OutputBucket,
            OutputS3KeyPrefix = options.OutputBucket is null ? null : options.OutputPrefix,
        };
    }
}
