using Amazon.SimpleSystemsManagement;
using Amazon.SimpleSystemsManagement.Model;
using BlueGreenServerless.Failures;
using BlueGreenServerless.Ports;
using BlueGreenServerless.Providers.Aws.Clients;

namespace BlueGreenServerless.Providers.Aws.Ssm;

/// <summary>Finds commands that were sent before.</summary>
internal sealed class CommandSearch(AwsAccount account)
{
    private const int PerPage = 50;

    /// <summary>How much longer than its deadline a command is looked for.</summary>
    private static readonly TimeSpan Beyond = TimeSpan.FromHours(1);

    /// <summary>The oldest command of this id; null when none was sent.</summary>
    public async Task<CommandTicket?> FindAsync(HostCommand command, CancellationToken cancellationToken)
    {
        var after = account.Time.GetUtcNow() - command.Deadline - Beyond;
        var request = new ListCommandsRequest
        {
            MaxResults = PerPage, Filters = [new CommandFilter { Key = CommandFilterKey.InvokedAfter, Value = $"{after:yyyy-MM-ddTHH:mm:ssZ}" }],
        };
        Command? oldest = null;
        do
        {
            var page = await AwsCall.RunAsync("looking for an earlier command", () => account.Systems.ListCommandsAsync(request, cancellationToken));
            foreach (var known in (page.Commands ?? []).Where(known => CommandTicket.IsOf(command.Id, known.Comment)))
            {
                oldest = oldest is null || known.RequestedDateTime < oldest.RequestedDateTime ? known : oldest;
            }

            request.NextToken = page.NextToken;
        }
        while (request.NextToken is { Length: > 0 });

        return oldest is null ? null : Ticket(oldest);
    }

    /// <returns>Null when AWS refuses the id; a command of null when it does not know it, which may be passing.</returns>
    public async Task<FoundCommand?> ReadAsync(string commandId, CancellationToken cancellationToken)
    {
        try
        {
            var request = new ListCommandsRequest { CommandId = commandId };
            var page = await AwsCall.RunAsync($"reading the command '{commandId}'", () => account.Systems.ListCommandsAsync(request, cancellationToken));
            return new FoundCommand(page.Commands?.FirstOrDefault());
        }
        catch (ProviderRefusedException refused) when (refused.InnerException is InvalidCommandIdException)
        {
            return null;
        }
    }

    private static CommandTicket Ticket(Command command) => new(
        command.CommandId, CommandTicket.ExpectedIn(command.Comment) ?? command.TargetCount ?? 1,
        new DateTimeOffset(command.RequestedDateTime?.ToUniversalTime() ?? DateTime.UnixEpoch));
}
