using System.CommandLine;
using BlueGreenServerless.Cli.Running;
using BlueGreenServerless.Cli.Standby;
using BlueGreenServerless.Cli.Hosting;
using BlueGreenServerless.Engine;

namespace BlueGreenServerless.Cli.Commands;

/// <summary>Continues what no living process moves, and takes back what ended without its own clean-up.</summary>
internal sealed class ResumeCommand : HostedCommand
{
    private readonly Option<bool> _stay = CommonOptions.Stay("Stay until the rollback window closes, watch the live version, and roll back when it goes bad.");

    public ResumeCommand()
        : base("resume", "Continues releases that no living process moves, and takes back those that ended without their own clean-up.") => Add(_stay);

    protected override async Task<int> RunAsync(AppSession session, ParseResult parsed, CancellationToken cancellationToken)
    {
        await using var machine = MachineSession.Open(session);
        return await machine.RunAsync(token => RunAsync(machine, parsed.GetValue(_stay), token), cancellationToken);
    }

    private static async Task<int> RunAsync(MachineSession machine, bool stay, CancellationToken cancellationToken)
    {
        var left = await new Leftovers(machine).ContinueAsync(cancellationToken);
        var code = ExitCodes.Done;
        foreach (var execution in left.Where(execution => execution.Machine != EmbeddedDefinitions.Standby))
        {
            code = Math.Max(code, await FollowAsync(machine, left, execution, cancellationToken));
        }

        await machine.Trigger.StartQueuedAsync(machine.App.App, cancellationToken);
        await machine.DriveOthersAsync(cancellationToken);
        if (left.Count == 0)
        {
            machine.Output.Happened("nothing", new { app = machine.App.App }, $"Nothing of '{machine.App.App}' waits to be continued.");
        }

        return stay ? Math.Max(code, await new WindowStay(machine).UntilClosedAsync(cancellationToken)) : code;
    }

    private static async Task<int> FollowAsync(MachineSession machine, IReadOnlyList<Execution> left, Execution execution, CancellationToken cancellationToken)
    {
        if (execution.Machine == EmbeddedDefinitions.Release)
        {
            return (await machine.FollowAsync(execution.Name, cancellationToken)).ExitCode;
        }

        // a rollback that a release waits for is told with that release
        return left.Any(other => other.Machine == EmbeddedDefinitions.Release && other.Name == execution.Name)
            ? ExitCodes.Done
            : await RollbackRun.FollowAsync(machine, execution.Name, execution.Name, cancellationToken);
    }
}
