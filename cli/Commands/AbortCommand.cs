using System.CommandLine;
using BlueGreenServerless.Cli.Running;
using BlueGreenServerless.Records;

namespace BlueGreenServerless.Cli.Commands;

/// <summary>Tells the running release to end and to put the traffic back as it was.</summary>
internal sealed class AbortCommand : AppCommand
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
        var signal = new Signal(SignalKind.Abort, parsed.GetRequiredValue(_by), parsed.GetRequiredValue(_reason), session.Time.GetUtcNow());
        await session.Store.RaiseAsync(session.App, running.Id, signal, cancellationToken);
        await session.AuditAsync("abort", signal.By, $"{running.Id}: {signal.Text}", cancellationToken);
        session.Output.Answer(new { release = running.Id, signal }, $"Asked '{running.Id}' to end. It stops at its next decision and puts the traffic back; 'bluegreen watch' shows it.");
        await session.AdviseWhenNobodyRunsAsync(running.Id, cancellationToken);
        return ExitCodes.Done;
    }
}
