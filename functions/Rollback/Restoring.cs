using System.Text.Json;
using BlueGreenServerless.Documents;
using BlueGreenServerless.Failures;
using BlueGreenServerless.Functions.Standing;
using BlueGreenServerless.Ports;
using BlueGreenServerless.Rules;
using BlueGreenServerless.Traffic;

namespace BlueGreenServerless.Functions.Rollback;

/// <summary>One try to put the traffic of a target back.</summary>
internal sealed class Restoring(StageServices services, TargetRelease input)
{
    /// <summary>Null when the traffic was read back as the snapshot says, else what it was read back as.</summary>
    /// <exception cref="RollbackRefusedException">Another release owns the traffic now.</exception>
    public async Task<string?> RunAsync(CancellationToken cancellationToken)
    {
        if (!input.Progress.ShiftStarted || input.Target is not { Snapshot: { } snapshot, Live: { } live })
        {
            return null;
        }

        await ClaimAsync(cancellationToken);
        var router = services.Ports.Router(input.Target);
        var wanted = TrafficSplit.All(live);
        if (await IsAsItWasAsync(router, wanted, snapshot, cancellationToken))
        {
            return null;
        }

        var restored = await router.RestoreAsync(snapshot, cancellationToken);
        return restored.Split == wanted ? null : $"It should be '{wanted}' and was read back as '{restored.Split}'.";
    }

    /// <summary>After the traffic is back: says so when what it is back on is not well. The snapshot is restored all the same.</summary>
    public async Task<string?> WarnAsync(CancellationToken cancellationToken)
    {
        if (!input.Progress.ShiftStarted || input.Target.Live is not { } live)
        {
            return null;
        }

        try
        {
            var health = await services.Ports.Router(input.Target).HealthAsync(live, cancellationToken);
            return health.AllHealthy ? null
                : $"The traffic is back on {live.Lower()}, but only '{health.Healthy}' of {health.Total} hosts there are healthy. {string.Join("; ", health.Failures)}";
        }
        catch (ReleaseException fault)
        {
            return $"The traffic is back on {live.Lower()}; whether it is healthy could not be read: {fault.Message}";
        }
    }

    /// <summary>
    /// Traffic that cannot be read is put back all the same: load balancers of one target that disagree, or of which one is gone, cannot be
    /// described until they are back, and users of the others must not wait for that.
    /// </summary>
    private static async Task<bool> IsAsItWasAsync(ITrafficRouter router, TrafficSplit wanted, JsonElement snapshot, CancellationToken cancellationToken)
    {
        try
        {
            var current = await router.DescribeUrgentlyAsync(cancellationToken);
            return current.Split == wanted && JsonElement.DeepEquals(current.Snapshot, snapshot);
        }
        catch (ReleaseException)
        {
            return false;
        }
    }

    private async Task ClaimAsync(CancellationToken cancellationToken)
    {
        var header = input.Header;
        try
        {
            await services.Store.AcquireLockAsync(header.App, header.Id, input.Plan.Deadlines.Rollback + LeaseRule.Margin, cancellationToken);
        }
        catch (ReleaseLockedException taken)
        {
            throw new RollbackRefusedException($"The release '{header.Id}' was not put back, because another one of the app runs. {taken.Message}", taken);
        }

        if (await Supersession.FindAsync(services.Store, header, cancellationToken) is { } newer)
        {
            throw new RollbackRefusedException(
                $"The release '{header.Id}' was not put back, because '{newer.Id}' has used the other colour since. Only the newest release can be. " +
                "Release the version that you want instead.");
        }
    }
}
