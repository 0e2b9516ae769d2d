using System.Net;
using BlueGreenServerless.Load;

namespace BlueGreenServerless.Cli.Demo;

/// <summary>The users of the demo's shop: keep-alive and new connections, at fixed times, without a pause from beginning to end.</summary>
internal sealed class DemoUsers : IAsyncDisposable
{
    private readonly LoadGenerator _load;
    private readonly TimeProvider _time;
    private readonly long _startedAt;
    private readonly DateTimeOffset _started;

    private DemoUsers(LoadPlan plan, TimeProvider time)
    {
        (_time, _startedAt, _started) = (time, time.GetTimestamp(), time.GetUtcNow());
        _load = LoadGenerator.Start(plan, time);
    }

    public static DemoUsers Come(int port, TimeProvider time) => new(
        new LoadPlan
        {
            Address = new IPEndPoint(IPAddress.Loopback, port),
            Host = "shop.example",
            KeepAliveWorkers = 8,
            NewConnectionWorkers = 4,
            RequestsPerSecond = 200,
        },
        time);

    public LoadReport Report() => _load.Report();

    public Task<LoadReport> LeaveAsync() => _load.StopAsync();

    /// <summary>When a version last answered; null when it never did.</summary>
    public DateTimeOffset? LastAnswer(string version) => _load.LastAnswer(version) is { } at ? _started + _time.GetElapsedTime(_startedAt, at) : null;

    public ValueTask DisposeAsync() => _load.DisposeAsync();
}
