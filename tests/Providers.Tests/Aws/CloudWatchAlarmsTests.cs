using BlueGreenServerless.Documents;
using BlueGreenServerless.Ports;
using BlueGreenServerless.Providers.Aws.Metrics;

namespace BlueGreenServerless.Providers.Tests.Aws;

public sealed class CloudWatchAlarmsTests
{
    [Fact]
    public async Task Alarms_are_read_by_name_and_there_are_no_numbers()
    {
        await using var world = await AwsWorld.StartAsync();
        world.Cloud.Alarms.Add("bluegreen-shop-Probe");
        world.Cloud.Alarms.Add("both", rule: "ALARM(bluegreen-shop-Probe)");
        world.Cloud.Alarms.Set("bluegreen-shop-Probe", "ALARM", "2 of 3 minutes");
        var source = new CloudWatchAlarms(world.Account);

        var alarms = await source.AlarmsAsync(["bluegreen-shop-Probe", "both", "unknown"], default);
        var reading = await source.ReadAsync(null, default);

        Assert.Equal(new AlarmReading("bluegreen-shop-Probe", Exists: true, Firing: true, "2 of 3 minutes"), alarms[0]);
        Assert.Equal([(true, false), (false, false)], alarms.Skip(1).Select(alarm => (alarm.Exists, alarm.Firing)));
        Assert.Equal((ColorMetrics.None, ColorMetrics.None), (reading.Blue, reading.Green));
    }
}
