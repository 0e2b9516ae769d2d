using BlueGreenServerless.Cli.Output;
using BlueGreenServerless.Cli.Running;
using System.CommandLine;

namespace BlueGreenServerless.Cli.Commands;

internal sealed class StatusCommand() : HostedCommand("status", "What is live, what runs, and what stands in the way of a release.")
{
    protected override async Task<int> RunAsync(AppSession session, ParseResult parsed, CancellationToken cancellationToken)
    {
        var status = await AppStatus.ReadAsync(session, cancellationToken);
        session.Output.Answer(status, StatusText.Of(status));
        return ExitCodes.Done;
    }
}
