using System.CommandLine;
using BlueGreenServerless.Cli.Running;

namespace BlueGreenServerless.Cli.Commands;

internal sealed class UnfreezeCommand : HostedCommand
{
    private readonly Option<string> _by = CommonOptions.By();

    public UnfreezeCommand()
        : base("unfreeze", "Lets releases of the app start and move forward again.") => Add(_by);

    protected override async Task<int> RunAsync(AppSession session, ParseResult parsed, CancellationToken cancellationToken)
    {
        var was = await session.Store.FindFreezeAsync(session.App, cancellationToken);
        await session.Store.SetFreezeAsync(session.App, null, cancellationToken);
        if (was is not null)
        {
            await session.AuditAsync("unfreeze", parsed.GetRequiredValue(_by), $"was frozen by {was.By}: {was.Reason}", cancellationToken);
        }

        session.Output.Answer(
            new { app = session.App, was },
            was is null ? $"'{session.App}' was not frozen." : $"Releases of '{session.App}' may go on. They were frozen by {was.By} since {was.At:u}: {was.Reason}.");
        return ExitCodes.Done;
    }
}
