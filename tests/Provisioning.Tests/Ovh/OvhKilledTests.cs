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

        Told(faults, kills, atLeast: moment == CutMoment.AfterTheEffect ? 9 : 31);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task With_canary_preview_by_header_and_a_second_front_end_too(bool service)
    {
        var (faults, kills) = await KilledAtEveryCall.RunAsync(
            async () => service ? await OvhServiceStand.WholeAsync() : await OvhCloudStand.WholeAsync(), ProvisionRun.MakeAsync, CutMoment.AfterTheEffect);

        Told(faults, kills, atLeast: 18);
    }

    [Theory]
    [InlineData(true, CutMoment.BeforeTheEffect)]
    [InlineData(true, CutMoment.AfterTheEffect)]
    [InlineData(false, CutMoment.BeforeTheEffect)]
    [InlineData(false, CutMoment.AfterTheEffect)]
    public async Task A_destruction_of_a_colour_that_was_killed_at_any_call_is_completed(bool service, CutMoment moment)
    {
        var (faults, kills) = await KilledAtEveryCall.RunAsync(() => MadeAsync(service), (stand, death) => ProvisionRun.DestroyAsync(stand, Color.Green, cancellationToken: death), moment);

        Told(faults, kills, atLeast: moment == CutMoment.AfterTheEffect ? 2 : 20);
    }

    [Theory]
    [InlineData(true, CutMoment.BeforeTheEffect)]
    [InlineData(true, CutMoment.AfterTheEffect)]
    [InlineData(false, CutMoment.BeforeTheEffect)]
    [InlineData(false, CutMoment.AfterTheEffect)]
    public async Task A_destruction_of_everything_that_was_killed_at_any_call_is_completed(bool service, CutMoment moment)
    {
        var (faults, kills) = await KilledAtEveryCall.RunAsync(() => OffTheNetAsync(service), (stand, death) => ProvisionRun.DestroyAsync(stand, cancellationToken: death), moment);

        Told(faults, kills, atLeast: moment == CutMoment.AfterTheEffect ? 8 : 30);
    }

    private static void Told(IReadOnlyList<string> faults, int kills, int atLeast)
    {
        TestContext.Current.TestOutputHelper!.WriteLine($"{kills} kills");
        Assert.True(faults.Count == 0 && kills >= atLeast, $"{kills} kills\n{string.Join('\n', faults)}");
    }

    private static async Task<IProvisionStand> StartAsync(bool service) => service ? await OvhServiceStand.StartAsync() : await OvhCloudStand.StartAsync();

    private static Task<IProvisionStand> MadeAsync(bool service) => ProvisionRun.MadeAsync(StartAsync(service));

    /// <summary>As an administrator does before all of it is destroyed.</summary>
    private static async Task<IProvisionStand> OffTheNetAsync(bool service)
    {
        var stand = await MadeAsync(service);
        if (stand is OvhCloudStand cloud)
        {
            cloud.Shut();
        }

        await (stand is OvhServiceStand other ? other.TakeOffTheNetAsync() : Task.CompletedTask);
        return stand;
    }
}
