using System.Diagnostics;
using System.Text.Json;
using BlueGreenServerless.Failures;
using BlueGreenServerless.Traffic;

namespace BlueGreenServerless.Providers.Tests.HAProxy;

public sealed class HaproxyShiftTests
{
    [Fact]
    public async Task Shifting_forth_and_back_under_load_loses_no_request_and_reloads_nothing()
    {
        await using var haproxy = await HaproxyFixture.StartAsync();
        var worker = await haproxy.WorkerAsync();
        using var stop = new CancellationTokenSource();
        var load = Enumerable.Range(0, 4).Select(_ => LoadAsync(haproxy, stop.Token)).ToList();
        for (var round = 0; round < 20; round++)
        {
            foreach (var percent in new[] { 25, 100, 0 })
            {
                var state = await haproxy.Router.ShiftAsync(TrafficSplit.Toward(Color.Green, percent), CancellationToken.None);
                Assert.Equal(percent, state.Split.Green);
            }
        }

        await stop.CancelAsync();
        var answers = (await Task.WhenAll(load)).SelectMany(each => each).ToList();
        Assert.True(answers.Count > 100, $"only {answers.Count} requests were made");
        Assert.All(answers, answer => Assert.True(answer is "blue" or "green", answer));
        Assert.Contains("green", answers);
        Assert.Equal(worker, await haproxy.WorkerAsync());
    }

    [Fact]
    public async Task Shift_all_takes_effect_for_the_next_request_of_an_open_connection()
    {
        await using var haproxy = await HaproxyFixture.StartAsync();
        Assert.Equal("blue", await haproxy.GetAsync());
        await haproxy.Router.ShiftAsync(TrafficSplit.All(Color.Green), CancellationToken.None);
        Assert.Equal(50, (await haproxy.CountAsync(50))["green"]);
        Assert.Equal("green_pct 100\n", await File.ReadAllTextAsync(haproxy.Map));
        await haproxy.Router.ShiftAsync(TrafficSplit.All(Color.Blue), CancellationToken.None);
        Assert.Equal(50, (await haproxy.CountAsync(50))["blue"]);
    }

    [Fact]
    public async Task Canary_of_25_percent_gets_about_a_quarter()
    {
        await using var haproxy = await HaproxyFixture.StartAsync();
        await haproxy.Router.ShiftAsync(TrafficSplit.Toward(Color.Green, 25), CancellationToken.None);
        var green = (await haproxy.CountAsync(1000))["green"];
        // the standard deviation is 13.7; seven of them
        Assert.InRange(green, 154, 346);
    }

    [Fact]
    public async Task Shift_to_the_same_split_writes_nothing()
    {
        await using var haproxy = await HaproxyFixture.StartAsync();
        await haproxy.Router.ShiftAsync(TrafficSplit.Toward(Color.Green, 5), CancellationToken.None);
        File.SetLastWriteTimeUtc(haproxy.Map, DateTime.UnixEpoch);
        var state = await haproxy.Router.ShiftAsync(TrafficSplit.Toward(Color.Green, 5), CancellationToken.None);
        Assert.Equal(5, state.Split.Green);
        Assert.Equal(DateTime.UnixEpoch, File.GetLastWriteTimeUtc(haproxy.Map));
    }

    [Theory]
    [InlineData("green_pct 100\n")]
    [InlineData("")]
    public async Task Shift_heals_a_file_that_says_something_else(string text)
    {
        await using var haproxy = await HaproxyFixture.StartAsync();
        await File.WriteAllTextAsync(haproxy.Map, text);
        Assert.Equal(0, (await haproxy.Router.DescribeAsync(CancellationToken.None)).Split.Green);
        await haproxy.Router.ShiftAsync(TrafficSplit.All(Color.Blue), CancellationToken.None);
        Assert.Equal("green_pct 0\n", await File.ReadAllTextAsync(haproxy.Map));
    }

    [Fact]
    public async Task Shift_heals_a_running_map_without_the_key()
    {
        await using var haproxy = await HaproxyFixture.StartAsync();
        await haproxy.AskAsync($"clear map {haproxy.Map}");
        await haproxy.Router.ShiftAsync(TrafficSplit.All(Color.Green), CancellationToken.None);
        Assert.Equal("green", await haproxy.GetAsync());
    }

    [Fact]
    public async Task Restore_puts_the_snapshot_back_exactly_and_may_run_twice()
    {
        await using var haproxy = await HaproxyFixture.StartAsync();
        await haproxy.Router.ShiftAsync(TrafficSplit.Toward(Color.Green, 37), CancellationToken.None);
        var snapshot = (await haproxy.Router.DescribeAsync(CancellationToken.None)).Snapshot;
        await haproxy.Router.ShiftAsync(TrafficSplit.All(Color.Green), CancellationToken.None);
        for (var time = 0; time < 2; time++)
        {
            var state = await haproxy.Router.RestoreAsync(snapshot, CancellationToken.None);
            Assert.Equal(37, state.Split.Green);
            Assert.Equal(snapshot.ToString(), state.Snapshot.ToString());
            Assert.Equal("green_pct 37\n", await File.ReadAllTextAsync(haproxy.Map));
        }
    }

    [Theory]
    [InlineData("""{"listeners":[]}""")]
    [InlineData("""{"greenPercent":101}""")]
    [InlineData("""{"greenPercent":"100"}""")]
    [InlineData("[]")]
    public async Task Restore_refuses_a_snapshot_of_another_shape_and_changes_nothing(string snapshot)
    {
        await using var haproxy = await HaproxyFixture.StartAsync();
        var refused = await Assert.ThrowsAsync<ProviderRefusedException>(
            () => haproxy.Router.RestoreAsync(JsonElement.Parse(snapshot), CancellationToken.None));
        Assert.Contains("greenPercent", refused.Message, StringComparison.Ordinal);
        Assert.Equal(0, (await haproxy.Router.DescribeAsync(CancellationToken.None)).Split.Green);
    }

    [Fact]
    public async Task Many_shifts_at_once_end_with_file_and_process_agreeing()
    {
        await using var haproxy = await HaproxyFixture.StartAsync();
        await Task.WhenAll(Enumerable.Range(1, 40).Select(percent =>
            haproxy.Router.ShiftAsync(TrafficSplit.Toward(Color.Green, percent), CancellationToken.None)));
        var state = await haproxy.Router.DescribeAsync(CancellationToken.None);
        Assert.InRange(state.Split.Green, 1, 40);
        Assert.Equal($"green_pct {state.Split.Green}\n", await File.ReadAllTextAsync(haproxy.Map));
    }

    [Fact]
    public async Task Shift_waits_for_a_script_that_holds_the_lock()
    {
        await using var haproxy = await HaproxyFixture.StartAsync();
        using var script = Process.Start(new ProcessStartInfo("flock", [$"{haproxy.Map}.lock", "bash", "-c", "echo held; read -r _"])
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        })!;
        Assert.Equal("held", await script.StandardOutput.ReadLineAsync());
        var shifting = haproxy.Router.ShiftAsync(TrafficSplit.All(Color.Green), CancellationToken.None);
        Assert.Equal(20, (await haproxy.CountAsync(20))["blue"]);
        Assert.False(shifting.IsCompleted);
        await script.StandardInput.WriteLineAsync("go");
        Assert.Equal(100, (await shifting).Split.Green);
        await script.WaitForExitAsync();
    }

    private static async Task<List<string>> LoadAsync(HaproxyFixture haproxy, CancellationToken stop)
    {
        List<string> answers = [];
        while (!stop.IsCancellationRequested)
        {
            answers.Add(await haproxy.GetAsync());
        }

        return answers;
    }
}
