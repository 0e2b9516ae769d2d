using BlueGreenServerless.Plans;
using BlueGreenServerless.Documents;
using BlueGreenServerless.Failures;
using BlueGreenServerless.Functions.Deploy;
using BlueGreenServerless.Ports;
using BlueGreenServerless.Rules;
using BlueGreenServerless.Verdicts;

namespace BlueGreenServerless.Functions.Retire;

/// <summary>Removes from the database what only the old version needed: once, on one host of the colour that is live now.</summary>
internal sealed class ContractMigration(StageServices services, TargetRelease input)
{
    private readonly IHostCommands hosts = services.Ports.Hosts(input.Target.Hosts);
    private readonly string? command = input.Plan.Install.Migrations.Contract;

    public bool IsMeant => input.IsFirst && command is not null;

    public async Task<TargetState> StartAsync(RetireState state, CancellationToken cancellationToken)
    {
        var script = MigrationScript.Render(input.Header, input.Plan.Install, "contract", command!);
        var id = await hosts.StartAsync(
            new HostCommand(
                ReleaseName.OfCommand(input.Header.Id, input.Target.Name, "contract"), input.Target.Idle(), script, input.Header.Artifact,
                input.Plan.Deadlines.Deploy, OnlyFirst: true),
            cancellationToken);
        return Going(state with { CommandId = id, Why = "The contract migration runs." });
    }

    /// <summary>Null when the migration has ended well.</summary>
    public async Task<TargetState?> PollAsync(RetireState state, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var progress = await hosts.PollAsync(state.CommandId!, cancellationToken);
        switch (progress.Verdict)
        {
            case CommandVerdict.Succeeded:
                return null;
            case CommandVerdict.Failed:
                return Failed(state, Evidence(progress));
            case CommandVerdict.Unknown when !IsOver(state, now):
                return await StartAsync(state, cancellationToken);
            case CommandVerdict.Running when !IsOver(state, now):
                return Going(state);
            default:
                await hosts.CancelAsync(state.CommandId!, cancellationToken);
                return Failed(state, $" It did not end within '{Durations.Of(input.Plan.Deadlines.Deploy)}' (deadlines.deploy) and was cancelled.");
        }
    }

    private bool IsOver(RetireState state, DateTimeOffset now) => now >= state.StartedAt + input.Plan.Deadlines.Deploy;

    private TargetState Going(RetireState state) => input.Target with
    {
        Retire = state with { Verdict = RetireVerdict.Running },
        WaitSeconds = PollPace.Next(services.Time.GetUtcNow() - state.StartedAt, input.Plan.Deadlines.Deploy, input.Progress.Targets),
    };

    private TargetState Failed(RetireState state, string evidence)
    {
        var why = $"The contract migration of '{input.Header.Id}' failed on target '{input.Target.Name}'.{evidence} The new version serves on; run the migration by hand.";
        return input.Target with { Retire = state with { Verdict = RetireVerdict.Failed, Why = why }, Failure = new Failure(Reason.ContractFailed, why) };
    }

    private static string Evidence(CommandProgress progress) => progress.Failures.Count == 0 ? ""
        : $" Host '{progress.Failures[0].Host}': {progress.Failures[0].Reason}.\n{string.Join('\n', progress.Failures[0].LastLines)}\n";
}
