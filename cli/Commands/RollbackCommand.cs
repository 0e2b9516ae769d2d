using System.CommandLine;
using BlueGreenServerless.Cli.Running;
using BlueGreenServerless.Functions.Trigger;

namespace BlueGreenServerless.Cli.Commands;

/// <summary>Puts the version before back: out of the rollback window with one write per target, or out of a running release.</summary>
internal sealed class RollbackCommand : HostedCommand
{
    private readonly Argument<string?> _release = new("release")
    {
        Description = "The release to take back. Default: the one that runs, or else the live one.",
        Arity = ArgumentArity.ZeroOrOne,
    };

    private readonly Option<string> _reason = new("--reason") { Description = "Why, for the record.", DefaultValueFactory = _ => "asked by hand", HelpName = "text" };
    private readonly Option<string> _by = CommonOptions.By();

    public RollbackCommand()
        : base("rollback", "Puts the version before back, while its window is open or the release still runs.")
    {
        Add(_release);
        Add(_reason);
        Add(_by);
    }

    protected override async Task<int> RunAsync(AppSession session, ParseResult parsed, CancellationToken cancellationToken)
    {
        var request = new RollbackRequest(session.App, parsed.GetRequiredValue(_by), parsed.GetRequiredValue(_reason), parsed.GetValue(_release));
        await using var machine = MachineSession.Open(session);
        return await machine.RunAsync(token => RunAsync(machine, request, token), cancellationToken);
    }

    private static async Task<int> RunAsync(MachineSession machine, RollbackRequest request, CancellationToken cancellationToken)
    {
        await new Leftovers(machine).ContinueAsync(cancellationToken);
        var asked = await Abortion.TellAsync(machine.App, request, cancellationToken) ?? await machine.Trigger.RollbackAsync(request, cancellationToken);
        await machine.App.AuditAsync("rollback", request.By, $"{asked.ReleaseId}: {request.Reason}", cancellationToken);
        machine.Output.Happened("asked", asked, asked.Message);
        return await RollbackRun.FollowAsync(machine, asked, cancellationToken);
    }
}
