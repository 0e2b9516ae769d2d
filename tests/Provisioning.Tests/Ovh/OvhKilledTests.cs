using BlueGreenServerless.Provisioning.Tests.Harness;
using BlueGreenServerless.Traffic;

namespace BlueGreenServerless.Provisioning.Tests.Ovh;

/// <summary>An environment that is half made, or half destroyed, is completed by running again, wherever the first run was killed.</summary>
public sealed class OvhKilledTests
{
    [Theory]
    [InlineData(true, CutMoment.BeforeTheEffect)]
    [InlineData(true, CutMoment.AfterTheEffect)]
    [InlineData(false, CutMoment.BeforeTheEffect)]
    [InlineData(false, CutMoment.AfterTheEffect)]
    public async Task What_was_killed_at_any_call_is_completed_and_nothing_is_made_twice(bool service, CutMoment moment)
    {
        var (faults, kills) = await KilledAtEveryCall.RunAsync(() => StartAsync(service), ProvisionRun.MakeAsync, moment);

        TestContext.Current.TestOutputHelper!.WriteLine($"{kills} kills");
        Assert.True(faults.Count == 0 && kills > (moment == CutMoment.AfterTheEffect ? 8 : 30), $"{kills} kills\n{string.Join('\n', faults)}");
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_destruction_that_was_killed_at_any_change_is_completed(bool service)
    {
        var (faults, kills) = await KilledAtEveryCall.RunAsync(() => MadeAsync(service), (stand, death) => ProvisionRun.DestroyAsync(stand, Color.Green, death), CutMoment.AfterTheEffect);

        TestContext.Current.TestOutputHelper!.WriteLine($"{kills} kills");
        Assert.True(faults.Count == 0 && kills > 1, $"{kills} kills\n{string.Join('\n', faults)}");
    }

    private static async Task<IProvisionStand> StartAsync(bool service) => service ? await OvhServiceStand.StartAsync() : await OvhCloudStand.StartAsync();

    private static async Task<IProvisionStand> MadeAsync(bool service)
    {
        var stand = await StartAsync(service);
        var end = await ProvisionRun.MakeAsync(stand);
        Assert.True(end.Code == 0, end.Said);
        return stand;
    }
}
