using BlueGreenServerless.Provisioning.Tests.Harness;
using BlueGreenServerless.Traffic;

namespace BlueGreenServerless.Provisioning.Tests.DigitalOcean;

/// <summary>An environment that is half made, or half destroyed, is completed by running again, wherever the first run was killed.</summary>
public sealed class KilledTests
{
    [Theory]
    [InlineData(true, CutMoment.BeforeTheEffect, 13)]
    [InlineData(true, CutMoment.AfterTheEffect, 5)]
    [InlineData(false, CutMoment.BeforeTheEffect, 13)]
    [InlineData(false, CutMoment.AfterTheEffect, 5)]
    public async Task What_was_killed_at_any_call_is_completed_and_nothing_is_made_twice(bool managed, CutMoment moment, int atLeast)
    {
        var (faults, kills) = await KilledAtEveryCall.RunAsync(() => StartAsync(managed), ProvisionRun.MakeAsync, moment);

        Assert.True(faults.Count == 0 && kills >= atLeast, $"{kills} kills\n{string.Join('\n', faults)}");
    }

    [Theory]
    [InlineData(CutMoment.BeforeTheEffect, 9)]
    [InlineData(CutMoment.AfterTheEffect, 2)]
    public async Task A_destruction_that_was_killed_at_any_call_is_completed(CutMoment moment, int atLeast)
    {
        var (faults, kills) = await KilledAtEveryCall.RunAsync(MadeAsync, (stand, death) => ProvisionRun.DestroyAsync(stand, Color.Green, death), moment);

        Assert.True(faults.Count == 0 && kills >= atLeast, $"{kills} kills\n{string.Join('\n', faults)}");
    }

    private static async Task<IProvisionStand> StartAsync(bool managed) => managed ? await DigitalOceanStand.ManagedAsync() : await DigitalOceanStand.OwnAsync();

    private static async Task<IProvisionStand> MadeAsync()
    {
        var stand = await StartAsync(managed: true);
        Assert.Equal(0, (await ProvisionRun.MakeAsync(stand)).Code);
        return stand;
    }
}
