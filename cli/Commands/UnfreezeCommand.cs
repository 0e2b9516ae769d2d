using System.CommandLine;
using BlueGreenServerless.Cli.Output;
using BlueGreenServerless.Cli.Running;
using BlueGreenServerless.Functions.Trigger;

namespace BlueGreenServerless.Cli.Commands;

internal sealed class UnfreezeCommand : HostedCommand
{
    private readonly Option<string> _by = CommonOptions.By();

    public UnfreezeCommand()
        : base("unfreeze", "Lets releases of the app start and move forward again, and starts the one that waits.") => Add(_by);

    protected override async Task<int> RunAsync(AppSession session, ParseResult parsed, CancellationToken cancellationToken)
    {
        var was = await session.Store.FindFreezeAsync(session.App, cancellationToken);
        await session.Store.SetFreezeAsync(session.App, null, cancellationToken);
        if (was is not null)
        {
            await session.AuditAsync("unfreeze", parsed.GetRequiredValue(_by), $"was frozen by {was.By}: {was.Reason}", cancellationToken);
        }

        var waiting = await session.Store.FindQueuedAsync(session.App, cancellationToken);
        session.Output.Answer(
            new { app = session.App, was, waiting = waiting is null ? null : WaitingRelease.Of(waiting) },
            was is null ? $"'{session.App}' was not frozen." : $"Releases of '{session.App}' may go on. They were frozen by {was.By} since {was.At:u}: {was.Reason}.");
        return waiting is null ? ExitCodes.Done : await StartAsync(session, WaitingRelease.Of(waiting), cancellationToken);
    }

    /// <summary>On one machine a release runs in the process that starts it, and this one is about to end.</summary>
    private static async Task<int> StartAsync(AppSession session, WaitingRelease waiting, CancellationToken cancellationToken)
    {
        if (session.Host.MovesHere)
        {
            session.Output.Advise($"'{waiting.Id}' waits: the command that waits with it starts it, or else 'bluegreen resume'.");
            return ExitCodes.Done;
        }

        await using var mover = session.Host.Open();
        if (await new TriggerFunction(mover.Services).StartQueuedAsync(session.App, cancellationToken) is { Status: TriggerStatus.Started } started)
        {
            session.Output.Advise(started.Message);
        }

        return ExitCodes.Done;
    }
}
