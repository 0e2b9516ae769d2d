using System.CommandLine;
using BlueGreenServerless.Cli.Running;
using BlueGreenServerless.Records;

namespace BlueGreenServerless.Cli.Commands;

/// <summary>Stops releases of the app from starting or moving forward; going back stays allowed.</summary>
internal sealed class FreezeCommand : HostedCommand
{
    private readonly Option<string> _reason = CommonOptions.Reason();
    private readonly Option<string> _by = CommonOptions.By();

    public FreezeCommand()
        : base("freeze", "Stops releases of the app from starting or moving forward. Going back is always allowed.")
    {
        Add(_reason);
        Add(_by);
    }

    protected override async Task<int> RunAsync(AppSession session, ParseResult parsed, CancellationToken cancellationToken)
    {
        var freeze = new Freeze(parsed.GetRequiredValue(_by), parsed.GetRequiredValue(_reason), session.Time.GetUtcNow());
        await session.Store.SetFreezeAsync(session.App, freeze, cancellationToken);
        await session.AuditAsync("freeze", freeze.By, freeze.Reason, cancellationToken);
        session.Output.Answer(freeze, $"Releases of '{session.App}' are frozen: {freeze.Reason}. 'bluegreen unfreeze' lets them go on.");
        return ExitCodes.Done;
    }
}
