using System.CommandLine;
using BlueGreenServerless.Cli.Running;
using BlueGreenServerless.Failures;
using BlueGreenServerless.Functions.Trigger;

namespace BlueGreenServerless.Cli.Commands;

/// <summary>Tells the running release to end and to put the traffic back as it was.</summary>
internal sealed class AbortCommand : HostedCommand
{
    private readonly Option<string> _reason = new("--reason") { Description = "Why, for the record.", DefaultValueFactory = _ => "asked _by hand", HelpName = "text" };
    private readonly Option<string> _by = CommonOptions.By();

    public AbortCommand()
        : base("abort", "Ends the running release and puts the traffic back as it was.")
    {
        Add(_reason);
        Add(_by);
    }

    protected override async Task<int> RunAsync(AppSession session, ParseResult parsed, CancellationToken cancellationToken)
    {
        var running = await session.RunningAsync(cancellationToken);
        var request = new RollbackRequest(session.App, parsed.GetRequiredValue(_by), parsed.GetRequiredValue(_reason), running.Id);
        var told = await Abortion.TellAsync(session, request, cancellationToken) ?? throw new ReleaseNotFoundException(
            $"The execution of '{running.Id}' has ended without its own clean-up, so there is nothing to abort. 'bluegreen resume' puts its traffic back.");
        await session.AuditAsync("abort", request.By, $"{running.Id}: {request.Reason}", cancellationToken);
        session.Output.Answer(told, told.Message);
        await session.AdviseWhenNobodyRunsAsync(running.Id, cancellationToken);
        return ExitCodes.Done;
    }
}
