using BlueGreenServerless.Documents;
using BlueGreenServerless.Functions.Standing;
using BlueGreenServerless.Plans;
using BlueGreenServerless.Traffic;
using BlueGreenServerless.Verdicts;
using Microsoft.Extensions.Logging;

namespace BlueGreenServerless.Functions.Retire;

/// <summary>Ends the standby of the old colour: contract migration, then it is kept or scaled in.</summary>
/// <remarks>
/// <list type="table">
/// <listheader><term>finding</term><description>result</description></listheader>
/// <item><term>another release is live, or one runs</term><description>Superseded</description></item>
/// <item><term>the window is still open</term><description>Running; nothing is done until it has closed</description></item>
/// <item><term>first target, a contract migration</term><description>runs on one host of the live colour; Running until it has ended</description></item>
/// <item><term>it failed, or its deadline is over</term><description>Failed, ContractFailed</description></item>
/// <item><term>scale-in, a fleet, no traffic on the old colour</term><description>scaled in, Retired</description></item>
/// <item><term>otherwise</term><description>Retired</description></item>
/// </list>
/// </remarks>
public sealed class RetireFunction(StageServices services) : IStage<TargetRelease, TargetRelease>
{
    private readonly ILogger log = services.Logs.CreateLogger("Retire");

    public async Task<TargetRelease> RunAsync(TargetRelease input, CancellationToken cancellationToken)
    {
        var target = await RetireAsync(input, cancellationToken);
        log.LogInformation("{Release} Retire {Target}: {Verdict} {Why}", input.Header.Id, target.Name, target.Retire?.Verdict, target.Retire?.Why);
        return input.With(target);
    }

    private async Task<TargetState> RetireAsync(TargetRelease input, CancellationToken cancellationToken)
    {
        var now = services.Time.GetUtcNow();
        var state = input.Target.Retire ?? new RetireState(RetireVerdict.Running, now, null, null);
        var contract = new ContractMigration(services, input);
        if (state.CommandId is null)
        {
            if (await SupersededAsync(input.Header, cancellationToken) is { } why)
            {
                return input.Target with { Retire = state with { Verdict = RetireVerdict.Superseded, Why = why } };
            }

            if (await WindowAsync(input.Header.App, now, cancellationToken) is { } left)
            {
                return input.Target with { Retire = state with { Why = "The rollback window is still open." }, WaitSeconds = left };
            }

            if (contract.IsMeant)
            {
                return await contract.StartAsync(state with { StartedAt = now }, cancellationToken);
            }
        }
        else if (await contract.PollAsync(state, now, cancellationToken) is { } notEnded)
        {
            return notEnded;
        }

        return await EndAsync(input, state, cancellationToken);
    }

    private async Task<string?> SupersededAsync(ReleaseHeader header, CancellationToken cancellationToken)
    {
        var live = await services.Store.FindLiveAsync(header.App, cancellationToken);
        if (live?.ReleaseId != header.Id)
        {
            return $"The release '{live?.ReleaseId ?? "none"}' is live now.";
        }

        var held = await LockStanding.HeldAsync(services, header.App, cancellationToken);
        return held is null ? null : $"The release '{held.Owner}' runs and uses the old colour.";
    }

    /// <summary>Seconds until the window closes; null when it has.</summary>
    private async Task<int?> WindowAsync(string app, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var until = (await services.Store.FindLiveAsync(app, cancellationToken))?.StandbyUntil ?? now;
        return now >= until ? null : Math.Max(1, (int)Math.Ceiling((until - now).TotalSeconds));
    }

    private async Task<TargetState> EndAsync(TargetRelease input, RetireState state, CancellationToken cancellationToken)
    {
        var old = input.Target.Idle().Other();
        if (input.Plan.Strategy.Retire != RetirePolicy.ScaleIn || services.Ports.Fleet(input.Target) is not { } fleet)
        {
            return input.Target with { Retire = state with { Verdict = RetireVerdict.Retired, Why = $"The colour {old.Lower()} is kept." } };
        }

        var traffic = await services.Ports.Router(input.Target).DescribeAsync(cancellationToken);
        if (traffic.Split.Of(old) > 0)
        {
            var why = $"The colour {old.Lower()} has traffic ('{traffic.Split}'), so it is not scaled in. Find out who moved it.";
            return input.Target with { Retire = state with { Verdict = RetireVerdict.Superseded, Why = why } };
        }

        await fleet.ScaleInAsync(old, cancellationToken);
        return input.Target with { Retire = state with { Verdict = RetireVerdict.Retired, Why = $"The colour {old.Lower()} is scaled in." } };
    }
}
