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
    public async Task A_destruction_of_a_colour_that_was_killed_at_any_call_is_completed(CutMoment moment, int atLeast)
    {
        var (faults, kills) = await KilledAtEveryCall.RunAsync(() => MadeAsync(managed: true), (stand, death) => ProvisionRun.DestroyAsync(stand, Color.Green, cancellationToken: death), moment);

        Assert.True(faults.Count == 0 && kills >= atLeast, $"{kills} kills\n{string.Join('\n', faults)}");
    }

    [Theory]
    [InlineData(true, CutMoment.BeforeTheEffect)]
    [InlineData(true, CutMoment.AfterTheEffect)]
    [InlineData(false, CutMoment.BeforeTheEffect)]
    [InlineData(false, CutMoment.AfterTheEffect)]
    public async Task A_destruction_of_everything_that_was_killed_at_any_call_is_completed(bool managed, CutMoment moment)
    {
        var (faults, kills) = await KilledAtEveryCall.RunAsync(() => OffTheNetAsync(managed), (stand, death) => ProvisionRun.DestroyAsync(stand, cancellationToken: death), moment);

        Assert.True(faults.Count == 0 && kills >= 5, $"{kills} kills\n{string.Join('\n', faults)}");
    }

    private static async Task<DigitalOceanStand> StartStandAsync(bool managed) => managed ? await DigitalOceanStand.ManagedAsync() : await DigitalOceanStand.OwnAsync();

    private static async Task<IProvisionStand> StartAsync(bool managed) => await StartStandAsync(managed);

    private static async Task<IProvisionStand> MadeAsync(bool managed) => await MadeStandAsync(managed);

    private static async Task<DigitalOceanStand> MadeStandAsync(bool managed)
    {
        var stand = await StartStandAsync(managed);
        Assert.Equal(0, (await ProvisionRun.MakeAsync(stand)).Code);
        return stand;
    }

    /// <summary>As an administrator does before all of it is destroyed.</summary>
    private static async Task<IProvisionStand> OffTheNetAsync(bool managed)
    {
        var stand = await MadeStandAsync(managed);
        if (managed)
        {
            stand.Cloud.Balancers.All[0].Tag = "";
        }
        else
        {
            stand.Cloud.Droplets.All.Single(droplet => droplet.Name == "shop-lb-1").Status = "off";
        }

        return stand;
    }
}
