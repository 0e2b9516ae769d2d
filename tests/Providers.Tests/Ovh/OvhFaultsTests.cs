using BlueGreenServerless.Clouds.Aws.Faults;
using BlueGreenServerless.Clouds.Ovh;
using BlueGreenServerless.Failures;
using BlueGreenServerless.Ports;
using BlueGreenServerless.Traffic;

namespace BlueGreenServerless.Providers.Tests.Ovh;

/// <summary>Something goes wrong at a random call of a release: afterwards the traffic is whole, all front-ends agree, and nothing of ours is staged.</summary>
public sealed class OvhFaultsTests
{
    private const int Runs = 40;
    private const int Attempts = 4;

    private static readonly FaultKind[] Kinds = [FaultKind.LostReply, FaultKind.LostRequest, FaultKind.Error, FaultKind.ErrorAfterEffect];
    private static readonly string[] Ends = ["error", "cancelled"];

    [Fact]
    public async Task No_fault_of_one_call_leaves_mixed_traffic()
    {
        await using var farms = await BalancedFarms.StartAsync(new OvhDoubleOptions { RefreshTakes = TimeSpan.FromMilliseconds(4) });
        var second = farms.AddFrontend("81", farms.Blue);
        await farms.Service.PublishAsync();
        var options = farms.Swapping with { Frontends = [farms.Swapping.Frontends[0], farms.Frontend with { Frontend = second }] };
        for (var run = 0; run < Runs; run++)
        {
            // as in Lambdas: each run another process that remembers nothing
            await RunAsync(farms, farms.Router(options), new Random(run));
            Assert.True(farms.Live == (long?)farms.Service.Live($"http/frontend/{second}")!["defaultFarmId"], $"run {run}: the front-ends disagree");
            Assert.True(farms.Live == farms.Blue, $"run {run}: production is on '{farms.Live}'");
            Assert.True(farms.Service.Pending["gra"] == 0, $"run {run}: '{farms.Service.Pending["gra"]}' changes are staged");
        }
    }

    /// <summary>Attach, shift, put back; each repeated as the state machine does it when something passing went wrong.</summary>
    private static async Task RunAsync(BalancedFarms farms, ITrafficRouter router, Random random)
    {
        var before = await router.DescribeAsync(default);
        if (random.Next(4) == 0)
        {
            farms.Service.EndNext(Ends[random.Next(Ends.Length)]);
        }

        Disturb(farms.World.Cloud.Faults, random);
        await TryAsync(() => router.AttachAsync(Color.Green, default));
        await TryAsync(() => router.ShiftAsync(TrafficSplit.All(Color.Green), default));
        Assert.True(await TryAsync(() => router.RestoreAsync(before.Snapshot, default)), "it could not be put back");
        farms.World.Cloud.Faults.Clear();
    }

    private static void Disturb(FaultPlan faults, Random random)
    {
        var (left, kind, status) = (random.Next(1, 60), Kinds[random.Next(Kinds.Length)], random.Next(3) == 0 ? 429 : 503);
        faults.Chance = (service, operation) => service == "loadbalancer" && Interlocked.Decrement(ref left) == 0 ? new Fault(service, operation, kind) { Status = status } : null;
    }

    private static async Task<bool> TryAsync(Func<Task> step)
    {
        for (var attempt = 1; attempt <= Attempts; attempt++)
        {
            try
            {
                await step();
                return true;
            }
            catch (ProviderUnavailableException) when (attempt <= Attempts)
            {
                continue;
            }
        }

        return false;
    }
}
