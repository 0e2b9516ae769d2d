using BlueGreenServerless.Documents;
using BlueGreenServerless.Failures;
using BlueGreenServerless.Functions.Signals;
using BlueGreenServerless.Ports;
using BlueGreenServerless.Records;
using BlueGreenServerless.Rules;
using BlueGreenServerless.Traffic;
using BlueGreenServerless.Verdicts;

namespace BlueGreenServerless.Functions.Deploy;

/// <summary>Installs on the hosts of the idle colour: starts the command, or polls the one that runs. It never waits.</summary>
/// <remarks>
/// <list type="table">
/// <listheader><term>finding</term><description>result</description></listheader>
/// <item><term>abort, alarm or another target's failure</term><description>Failed; the command is cancelled</description></item>
/// <item><term>no hosts</term><description>Failed, DeployFailed</description></item>
/// <item><term>an expand migration, first target</term><description>runs on one host; then the signal Expanded, then the installation</description></item>
/// <item><term>an expand migration, other target</term><description>Running until the signal Expanded, then the installation</description></item>
/// <item><term>Running, deadline not over / over</term><description>Running / cancelled, DeployDeadlineExceeded</description></item>
/// <item><term>Failed</term><description>Failed, DeployFailed with the first host's last lines</description></item>
/// <item><term>Unknown</term><description>started again under the same id</description></item>
/// <item><term>Succeeded</term><description>Succeeded</description></item>
/// </list>
/// Ids are deterministic, so a start that is repeated finds the command that runs.
/// </remarks>
public sealed class DeployFunction(StageServices services) : IStage<TargetRelease, TargetRelease>
{
    private const string Expand = "expand";
    private const string Install = "install";

    public async Task<TargetRelease> RunAsync(TargetRelease input, CancellationToken cancellationToken)
    {
        var hosts = services.Ports.Hosts(input.Target.Hosts);
        var output = await new Preparation(services, "Deploy").RunAsync(
            input, target => target with { Deploy = Failed(target) }, () => DeployAsync(input, hosts, cancellationToken), cancellationToken);
        if (output.Target is { Failure: not null, Deploy.CommandId.Length: > 0 } failed)
        {
            await hosts.CancelAsync(failed.Deploy.CommandId, cancellationToken);
        }

        return output;
    }

    private Task<TargetState> DeployAsync(TargetRelease input, IHostCommands hosts, CancellationToken cancellationToken) => input.Target.Deploy switch
    {
        null => BeginAsync(input, hosts, cancellationToken),
        { CommandId.Length: 0 } waiting => WaitForExpandAsync(input, hosts, waiting, cancellationToken),
        { } running => PollAsync(input, hosts, running, cancellationToken),
    };

    private async Task<TargetState> BeginAsync(TargetRelease input, IHostCommands hosts, CancellationToken cancellationToken)
    {
        if (!await hosts.AnyAsync(input.Target.Idle(), cancellationToken))
        {
            return input.Target with { Failure = DeployFailures.NoHosts(input) };
        }

        var now = services.Time.GetUtcNow();
        return input switch
        {
            { Plan.Install.Migrations.Expand: null } => await StartAsync(input, hosts, Install, now, cancellationToken),
            { IsFirst: true } => await StartAsync(input, hosts, Expand, now, cancellationToken),
            _ => await WaitForExpandAsync(
                input, hosts, new DeployState(CommandVerdict.Running, Expand, "", now, 0, 0, 0, []), cancellationToken),
        };
    }

    private async Task<TargetState> WaitForExpandAsync(
        TargetRelease input, IHostCommands hosts, DeployState waiting, CancellationToken cancellationToken)
    {
        var now = services.Time.GetUtcNow();
        var signals = await services.Store.SignalsAsync(input.Header.App, input.Header.Id, cancellationToken);
        var deadline = LeaseRule.Expanding(input.Plan);
        return signals.Any(signal => signal.Kind == SignalKind.Expanded)
            ? await StartAsync(input, hosts, Install, now, cancellationToken)
            : now >= waiting.StartedAt + deadline
                ? input.Target with { Failure = DeployFailures.NotExpanded(input, deadline) }
                : Going(input, waiting, deadline, now);
    }

    private async Task<TargetState> PollAsync(TargetRelease input, IHostCommands hosts, DeployState running, CancellationToken cancellationToken)
    {
        var progress = await hosts.PollAsync(running.CommandId, cancellationToken);
        var now = services.Time.GetUtcNow();
        var isLate = now >= running.StartedAt + input.Plan.Deadlines.Deploy;
        var state = running with
        {
            Verdict = progress.Verdict, Total = progress.Total, Succeeded = progress.Succeeded, Failed = progress.Failed, Failures = progress.Failures,
        };
        return progress.Verdict switch
        {
            CommandVerdict.Succeeded when progress.Total == 0 => input.Target with { Deploy = state, Failure = DeployFailures.NoHosts(input) },
            CommandVerdict.Succeeded => await SucceededAsync(input, hosts, state, cancellationToken),
            // hosts that were stopped at the same deadline did not fail by themselves
            CommandVerdict.Failed when !isLate || state.Failures.Any(failure => failure.ExitCode is not null) => input.Target with { Deploy = state, Failure = DeployFailures.Failed(input, state) },
            _ when isLate => input.Target with { Deploy = state, Failure = DeployFailures.TooLate(input, state) },
            CommandVerdict.Unknown => await StartAsync(input, hosts, running.Step, running.StartedAt, cancellationToken),
            _ => Going(input, state, input.Plan.Deadlines.Deploy, now),
        };
    }

    private async Task<TargetState> SucceededAsync(TargetRelease input, IHostCommands hosts, DeployState state, CancellationToken cancellationToken)
    {
        if (state.Step == Install)
        {
            return input.Target with { Deploy = state };
        }

        var now = services.Time.GetUtcNow();
        await services.Store.RaiseAsync(
            input.Header.App, input.Header.Id, new Signal(SignalKind.Expanded, input.Target.Name, "The expand migration has run.", now), cancellationToken);
        return await StartAsync(input, hosts, Install, now, cancellationToken);
    }

    private async Task<TargetState> StartAsync(
        TargetRelease input, IHostCommands hosts, string step, DateTimeOffset since, CancellationToken cancellationToken)
    {
        var install = input.Plan.Install;
        var script = step == Install
            ? InstallScript.Render(input.Header, install)
            : MigrationScript.Render(input.Header, install, Expand, install.Migrations.Expand!);
        var command = new HostCommand(
            ReleaseName.OfCommand(input.Header.Id, input.Target.Name, step), input.Target.Idle(), script, input.Header.Artifact,
            input.Plan.Deadlines.Deploy, OnlyFirst: step == Expand);
        var id = await hosts.StartAsync(command, cancellationToken);
        return Going(
            input, new DeployState(CommandVerdict.Running, step, id, since, 0, 0, 0, []), input.Plan.Deadlines.Deploy, services.Time.GetUtcNow());
    }

    private static TargetState Going(TargetRelease input, DeployState state, TimeSpan deadline, DateTimeOffset now) => input.Target with
    {
        Deploy = state with { Verdict = CommandVerdict.Running },
        WaitSeconds = PollPace.Next(now - state.StartedAt, deadline, input.Progress.Targets),
    };

    private DeployState Failed(TargetState target) =>
        (target.Deploy ?? new DeployState(CommandVerdict.Failed, Install, "", services.Time.GetUtcNow(), 0, 0, 0, []))
        with { Verdict = CommandVerdict.Failed };
}
