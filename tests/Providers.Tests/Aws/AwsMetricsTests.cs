using BlueGreenServerless.Clouds.Aws;
using BlueGreenServerless.Clouds.Aws.LoadBalancing;
using BlueGreenServerless.Documents;
using BlueGreenServerless.Providers.Aws;
using BlueGreenServerless.Providers.Aws.Metrics;
using BlueGreenServerless.Testing.Time;

namespace BlueGreenServerless.Providers.Tests.Aws;

public sealed class AwsMetricsTests : IAsyncLifetime
{
    private readonly VirtualTime time = new();
    private AwsWorld? world;
    private LoadBalancer? balancer;
    private TargetGroup? blue;
    private TargetGroup? green;

    [Fact]
    public async Task A_minute_is_counted_once_when_its_numbers_are_whole()
    {
        var metrics = Metrics();
        var first = await metrics.ReadAsync(null, default);
        Put(green!, 0, requests: 100, failed: 3, unreached: 1, p99: 0.2);
        Put(green!, 1, requests: 300, failed: 0, unreached: 0, p99: 0.4);
        Put(blue!, 0, requests: 50, failed: 0, unreached: 0, p99: 0.1);

        time.Advance(TimeSpan.FromSeconds(100));
        var early = await metrics.ReadAsync(first.Cursor, default);
        time.Advance(TimeSpan.FromSeconds(100));
        var whole = await metrics.ReadAsync(early.Cursor, default);
        var again = await metrics.ReadAsync(whole.Cursor, default);

        Assert.All([first, early, again], reading => Assert.Equal((ColorMetrics.None, ColorMetrics.None), (reading.Blue, reading.Green)));
        Assert.Equal((400, 4), (whole.Green.Requests, whole.Green.Errors));
        Assert.Equal(350, whole.Green.P99!.Value.TotalMilliseconds, 1);
        Assert.Equal(new ColorMetrics(50, 0, TimeSpan.FromSeconds(0.1)), whole.Blue);
    }

    [Fact]
    public async Task Answers_in_pages_are_read_to_the_end()
    {
        await using var small = await AwsWorld.StartAsync(new AwsDoubleOptions { PageSize = 1 }, time);
        var balancers = small.Cloud.Balancers;
        (balancer, blue, green) = (balancers.Add("shop"), balancers.AddGroup("blue"), balancers.AddGroup("green"));
        var listener = balancers.AddListener(balancer, 0, (blue, 1));
        var metrics = new AwsMetrics(new AwsOptions { Listeners = [listener.Arn], Blue = blue.Arn, Green = green.Arn }, small.Account);
        var cursor = (await metrics.ReadAsync(null, default)).Cursor;
        Put(blue, 0, 10, 1, 0, 0.1, small);
        Put(green, 0, 20, 2, 0, 0.2, small);
        time.Advance(TimeSpan.FromMinutes(2));

        var reading = await metrics.ReadAsync(cursor, default);

        Assert.Equal((10, 1, 20, 2), (reading.Blue.Requests, reading.Blue.Errors, reading.Green.Requests, reading.Green.Errors));
    }

    [Fact]
    public async Task Alarms_of_both_kinds_are_found_and_unknown_ones_do_not_exist()
    {
        var alarms = world!.Cloud.Alarms;
        alarms.Add("quiet");
        alarms.Add("noisy", "ALARM");
        alarms.Add("both", "ALARM", "ALARM(noisy)");
        alarms.Add("no data", "INSUFFICIENT_DATA");

        var readings = await Metrics().AlarmsAsync(["quiet", "noisy", "missing", "both", "no data"], default);

        Assert.Equal(["quiet", "noisy", "missing", "both", "no data"], readings.Select(reading => reading.Name));
        Assert.Equal([true, true, false, true, true], readings.Select(reading => reading.Exists));
        Assert.Equal([false, true, false, true, false], readings.Select(reading => reading.Firing));
    }

    [Fact]
    public async Task More_alarms_than_one_call_takes_are_all_read()
    {
        var names = Enumerable.Range(0, 230).Select(number => $"alarm-{number}").ToList();
        names.ForEach(name => world!.Cloud.Alarms.Add(name));

        Assert.All(await Metrics().AlarmsAsync(names, default), reading => Assert.True(reading is { Exists: true, Firing: false }));
    }

    [Fact]
    public async Task A_network_load_balancer_has_no_data()
    {
        var network = world!.Cloud.Balancers.Add("net", network: true);
        var listener = world.Cloud.Balancers.AddListener(network, 0, (world.Cloud.Balancers.AddGroup("nb", network: true), 1));
        var metrics = new AwsMetrics(new AwsOptions { Listeners = [listener.Arn], Blue = blue!.Arn, Green = green!.Arn }, world.Account);
        var cursor = (await metrics.ReadAsync(null, default)).Cursor;
        time.Advance(TimeSpan.FromMinutes(10));

        Assert.Equal(ColorMetrics.None, (await metrics.ReadAsync(cursor, default)).Green);
    }

    public async ValueTask InitializeAsync()
    {
        world = await AwsWorld.StartAsync(time: time);
        (balancer, blue, green) = (world.Cloud.Balancers.Add("shop"), world.Cloud.Balancers.AddGroup("blue"), world.Cloud.Balancers.AddGroup("green"));
    }

    public ValueTask DisposeAsync() => world!.DisposeAsync();

    private AwsMetrics Metrics()
    {
        var listener = world!.Cloud.Balancers.AddListener(balancer!, 0, (blue!, 1));
        return new AwsMetrics(new AwsOptions { Listeners = [listener.Arn], Blue = blue!.Arn, Green = green!.Arn }, world.Account);
    }

    private void Put(TargetGroup group, int minute, int requests, int failed, int unreached, double p99, AwsWorld? where = null)
    {
        var at = new DateTimeOffset(2026, 1, 1, 0, minute, 30, TimeSpan.Zero);
        foreach (var (name, value) in (IEnumerable<(string, double)>)[("RequestCount", requests), ("HTTPCode_Target_5XX_Count", failed), ("TargetConnectionErrorCount", unreached), ("TargetResponseTime", p99)])
        {
            (where ?? world!).Cloud.Metrics.Put("AWS/ApplicationELB", name, value, at, ("TargetGroup", group.Dimension), ("LoadBalancer", balancer!.Dimension));
        }
    }
}
