using System.Net;
using BlueGreenServerless.Load;
using BlueGreenServerless.Testing.Hosts;
using BlueGreenServerless.Testing.Sites;

namespace BlueGreenServerless.EndToEnd.Tests.Load;

/// <summary>The measuring instrument, measured: against a real HAProxy in front of real servers.</summary>
public sealed class LoadGeneratorTests : IDisposable
{
    private readonly TemporaryDirectory _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_load_counts_each_of_its_requests_exactly_once()
    {
        await using var blue = await CService.StartAsync("1");
        await using var load = LoadGenerator.Start(Plan(blue.Port) with { MaxRequests = 5000 }, TimeProvider.System);
        await load.Completion;
        var report = load.Report();

        Assert.Equal((5000, 0), (report.Requests, report.Lost));
        Assert.Equal(5000, report.Of("1")!.Count);
        Assert.Equal(5000, report.Fast.Count);
        Assert.All(report.Answers, a => Assert.Equal((0L, true), (a.Errors, a.First <= a.Last)));
        Assert.Equal([RequestKind.KeepAlive, RequestKind.NewConnection], report.Answers.Select(a => a.Kind).Order());
    }

    [Fact]
    public async Task A_shift_by_the_runtime_map_loses_nothing_and_ends_the_old_version()
    {
        await using var blue = await CService.StartAsync("1");
        await using var green = await CService.StartAsync("2");
        await using var balancer = await LoadBalancer.StartAsync(_folder.Path, blue.Port, green.Port);
        await using var load = LoadGenerator.Start(Plan(balancer.Port), TimeProvider.System);
        await AnswersAsync(load, "1", 500);
        await balancer.ShiftAsync("green");
        await AnswersAsync(load, "2", 500);
        var report = await load.StopAsync();

        Assert.Equal((0, 0), (report.Lost, report.ErrorsOfNobody));
        Assert.Equal(report.Requests, report.Of("1")!.Count + report.Of("2")!.Count);
        Assert.Equal(load.LastAnswer("1"), report.Of("1")!.Last);
        Assert.True(report.Of("1")!.Last < report.Of("2")!.Last);
    }

    [Fact]
    public async Task Requests_are_lost_when_their_server_is_killed()
    {
        var blue = await CService.StartAsync("1");
        await using var load = LoadGenerator.Start(Plan(blue.Port), TimeProvider.System);
        await AnswersAsync(load, "1", 200);
        await blue.DisposeAsync();
        await UntilAsync(() => load.Report().LostWhy.Keys.Any(why => why.EndsWith($"{System.Net.Sockets.SocketError.ConnectionRefused}", StringComparison.Ordinal)));
        var report = await load.StopAsync();

        Assert.Equal(report.Requests, report.Lost + report.Of("1")!.Count);
        Assert.Equal(report.Lost, report.LostWhy.Values.Sum());
    }

    [Fact]
    public async Task An_answer_of_the_load_balancer_itself_is_nobodys_error()
    {
        await using var green = await CService.StartAsync("2");
        var blue = await CService.StartAsync("1");
        await using var balancer = await LoadBalancer.StartAsync(_folder.Path, blue.Port, green.Port);
        await blue.DisposeAsync();
        await using var load = LoadGenerator.Start(Plan(balancer.Port) with { MaxRequests = 12 }, TimeProvider.System);
        await load.Completion;

        Assert.Equal((12, 0, 12), (load.Report().Requests, load.Report().Lost, load.Report().ErrorsOfNobody));
    }

    [Fact]
    public async Task A_kept_connection_that_is_closed_while_idle_is_opened_again_and_not_lost()
    {
        await using var blue = await CService.StartAsync("1", environment: new Dictionary<string, string> { ["IDLE_MS"] = "20" });
        var plan = Plan(blue.Port) with { KeepAliveWorkers = 1, NewConnectionWorkers = 0, RequestsPerSecond = 5, MaxRequests = 6 };
        await using var load = LoadGenerator.Start(plan, TimeProvider.System);
        await load.Completion;

        Assert.Equal((6, 0, 5), (load.Report().Requests, load.Report().Lost, load.Report().Reconnects));
    }

    [Fact]
    public async Task Slow_answers_and_web_sockets_are_counted_for_themselves()
    {
        await using var blue = await CService.StartAsync("1");
        await using var load = LoadGenerator.Start(Plan(blue.Port) with { SlowWorkers = 2, SlowPath = "/slow?ms=50", WebSockets = 2 }, TimeProvider.System);
        await UntilAsync(() => load.Report() is { WebSocketEchoes: >= 4 } r && r.Answers.Any(a => a is { Kind: RequestKind.Slow, Count: >= 4 }));
        var report = await load.StopAsync();

        Assert.Equal((2, 0, 0), (report.WebSocketsOpened, report.WebSocketsBroken, report.Lost));
    }

    [Fact]
    public async Task A_web_socket_whose_server_goes_away_is_broken()
    {
        var blue = await CService.StartAsync("1");
        await using var load = LoadGenerator.Start(Plan(blue.Port) with { KeepAliveWorkers = 0, NewConnectionWorkers = 0, WebSockets = 1 }, TimeProvider.System);
        await UntilAsync(() => load.Report().WebSocketEchoes > 0);
        await blue.Process.TerminateAsync();
        await UntilAsync(() => load.Report().WebSocketsBroken == 1);
        await blue.DisposeAsync();
    }

    private static LoadPlan Plan(int port) => new() { Address = new IPEndPoint(IPAddress.Loopback, port) };

    private static Task AnswersAsync(LoadGenerator load, string version, long count) => UntilAsync(() => load.Report().Of(version)?.Count >= count);

    private static async Task UntilAsync(Func<bool> condition)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(90));
        while (!condition())
        {
            await Task.Delay(TimeSpan.FromMilliseconds(10), TimeProvider.System, patience.Token);
        }
    }
}
