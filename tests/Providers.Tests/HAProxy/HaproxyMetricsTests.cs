using BlueGreenServerless.Failures;
using BlueGreenServerless.Traffic;

namespace BlueGreenServerless.Providers.Tests.HAProxy;

public sealed class HaproxyMetricsTests
{
    [Fact]
    public async Task Read_counts_answers_and_errors_per_colour_since_the_cursor()
    {
        await using var haproxy = await HaproxyFixture.StartAsync();
        await haproxy.CountAsync(5);
        var first = await haproxy.Metrics.ReadAsync(null, CancellationToken.None);
        Assert.Equal(0, first.Blue.Requests);
        Assert.Null(first.Blue.P99);
        await haproxy.CountAsync(7);
        await haproxy.Router.ShiftAsync(TrafficSplit.All(Color.Green), CancellationToken.None);
        haproxy.Green.Status = 500;
        await haproxy.CountAsync(4);
        haproxy.Green.Status = 404;
        await haproxy.CountAsync(2);
        var second = await haproxy.Metrics.ReadAsync(first.Cursor, CancellationToken.None);
        Assert.Equal((7, 0), (second.Blue.Requests, second.Blue.Errors));
        Assert.Equal((6, 4), (second.Green.Requests, second.Green.Errors));
        Assert.InRange(second.Cursor.ToString().Length, 1, 2048);
        var again = await haproxy.Metrics.ReadAsync(second.Cursor, CancellationToken.None);
        Assert.Equal(0, again.Blue.Requests + again.Green.Requests);
    }

    [Fact]
    public async Task Previews_do_not_count()
    {
        await using var haproxy = await HaproxyFixture.StartAsync(options => options with { PreviewHeader = "X-BlueGreen" });
        var start = await haproxy.Metrics.ReadAsync(null, CancellationToken.None);
        haproxy.Green.Status = 500;
        await haproxy.GetAsync("/", ("Host", haproxy.Options.PreviewHosts.Green));
        await haproxy.GetAsync("/", ("X-BlueGreen", "green"));
        var end = await haproxy.Metrics.ReadAsync(start.Cursor, CancellationToken.None);
        Assert.Equal(0, end.Green.Requests);
    }

    [Fact]
    public async Task Requests_without_an_answer_are_errors()
    {
        await using var haproxy = await HaproxyFixture.StartAsync();
        var start = await haproxy.Metrics.ReadAsync(null, CancellationToken.None);
        await haproxy.Blue.DisposeAsync();
        Assert.Equal(3, (await haproxy.CountAsync(3)).Values.Sum());
        var end = await haproxy.Metrics.ReadAsync(start.Cursor, CancellationToken.None);
        Assert.Equal((3, 3), (end.Blue.Requests, end.Blue.Errors));
    }

    [Fact]
    public async Task Counts_across_a_reload_are_those_of_the_new_process()
    {
        await using var haproxy = await HaproxyFixture.StartAsync();
        var start = await haproxy.Metrics.ReadAsync(null, CancellationToken.None);
        await haproxy.CountAsync(30);
        var middle = await haproxy.Metrics.ReadAsync(start.Cursor, CancellationToken.None);
        haproxy.Options = haproxy.Options with { ServerMaxconn = 5 };
        await haproxy.Router.AttachAsync(Color.Green, CancellationToken.None);
        var none = await haproxy.Metrics.ReadAsync(middle.Cursor, CancellationToken.None);
        using var fresh = new HttpClient();
        for (var number = 0; number < 3; number++)
        {
            await fresh.GetStringAsync(haproxy.Base);
        }

        var after = await haproxy.Metrics.ReadAsync(middle.Cursor, CancellationToken.None);
        Assert.Equal((30, 0, 3), (middle.Blue.Requests, none.Blue.Requests, after.Blue.Requests));
    }

    [Fact]
    public async Task P99_shows_a_slow_colour()
    {
        await using var haproxy = await HaproxyFixture.StartAsync();
        haproxy.Blue.Delay = TimeSpan.FromMilliseconds(220);
        var start = await haproxy.Metrics.ReadAsync(null, CancellationToken.None);
        await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => haproxy.GetAsync()));
        var end = await haproxy.Metrics.ReadAsync(start.Cursor, CancellationToken.None);
        Assert.Equal(20, end.Blue.Requests);
        Assert.InRange(end.Blue.P99!.Value.TotalMilliseconds, 200, 30_000);
        Assert.Null(end.Green.P99);
    }

    [Fact]
    public async Task A_configuration_without_our_table_is_measured_by_its_statistics()
    {
        await using var haproxy = await HaproxyFixture.StartAsync();
        var text = await File.ReadAllTextAsync(haproxy.Options.Config);
        await File.WriteAllTextAsync(haproxy.Options.Config, text.Replace("bluegreen_answers", "theirs", StringComparison.Ordinal));
        await haproxy.ReloadAsync();
        var start = await haproxy.Metrics.ReadAsync(null, CancellationToken.None);
        haproxy.Blue.Status = 503;
        await haproxy.CountAsync(6);
        var end = await haproxy.Metrics.ReadAsync(start.Cursor, CancellationToken.None);
        Assert.Equal((6, 6), (end.Blue.Requests, end.Blue.Errors));
        Assert.Null(end.Blue.P99);
    }

    [Fact]
    public async Task Alarms_are_not_supported_unless_none_are_named()
    {
        await using var haproxy = await HaproxyFixture.StartAsync();
        Assert.Empty(await haproxy.Metrics.AlarmsAsync([], CancellationToken.None));
        await Assert.ThrowsAsync<NotSupportedByTargetException>(() => haproxy.Metrics.AlarmsAsync(["cpu"], CancellationToken.None));
    }
}
