using System.Text;

namespace BlueGreenServerless.Load;

/// <summary>
/// Users that never give up and count everything. Each request is sent once and ends as answered or lost; stopping lets the
/// requests that are under way finish.
/// </summary>
public sealed class LoadGenerator : IAsyncDisposable
{
    private readonly LoadPlan _plan;
    private readonly TimeProvider _time;
    private readonly Tally _tally;
    private readonly CancellationTokenSource _stop = new();
    private long _begun;

    private LoadGenerator(LoadPlan plan, TimeProvider time)
    {
        (_plan, _time, _tally) = (plan, time, new Tally(time));
        Completion = Task.WhenAll([.. FastWorkers(), .. SlowWorkers(), .. WebSockets()]);
    }

    /// <summary>Done when <see cref="LoadPlan.MaxRequests"/> have been sent (and nothing else runs), or after <see cref="StopAsync"/>.</summary>
    public Task Completion { get; }

    public static LoadGenerator Start(LoadPlan plan, TimeProvider time) => new(plan, time);

    /// <summary>What has been counted so far.</summary>
    public LoadReport Report() => _tally.Report();

    /// <summary>Timestamp of the newest answer of a version to a fast request; null when it gave none.</summary>
    public long? LastAnswer(string version) => _tally.Last(version);

    public async Task<LoadReport> StopAsync()
    {
        await _stop.CancelAsync();
        await Completion;
        return Report();
    }

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        _stop.Dispose();
    }

    private IEnumerable<Task> FastWorkers()
    {
        var workers = _plan.KeepAliveWorkers + _plan.NewConnectionWorkers;
        var interval = _plan.RequestsPerSecond > 0 ? TimeSpan.FromSeconds(workers / _plan.RequestsPerSecond) : TimeSpan.Zero;
        for (var i = 0; i < workers; i++)
        {
            var kind = i < _plan.KeepAliveWorkers ? RequestKind.KeepAlive : RequestKind.NewConnection;
            var worker = Worker(kind, _plan.Path, new Pace(interval, interval * i / workers, _time));
            yield return Task.Run(() => worker.RunAsync(MayBegin, _stop.Token));
        }
    }

    private IEnumerable<Task> SlowWorkers() =>
        from _ in Enumerable.Range(0, _plan.SlowWorkers)
        let worker = Worker(RequestKind.Slow, _plan.SlowPath, new Pace(TimeSpan.Zero, TimeSpan.Zero, _time))
        select Task.Run(() => worker.RunAsync(() => true, _stop.Token));

    private IEnumerable<Task> WebSockets()
    {
        var handshake = Request(_plan.WebSocketPath, "Upgrade", "Upgrade: websocket\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n");
        return from _ in Enumerable.Range(0, _plan.WebSockets)
               let worker = new WebSocketWorker(_plan.Address, handshake, _plan.Timeout, _tally, _time)
               select Task.Run(() => worker.RunAsync(_stop.Token));
    }

    private RequestWorker Worker(RequestKind kind, string path, Pace pace) =>
        new(kind, _plan.Address, Request(path, kind == RequestKind.KeepAlive ? "keep-alive" : "close", ""), _plan.Timeout, pace, _tally, _time);

    private byte[] Request(string path, string connection, string more) =>
        Encoding.ASCII.GetBytes($"GET {path} HTTP/1.1\r\nHost: {_plan.Host}\r\nUser-Agent: bluegreen-load\r\nConnection: {connection}\r\n{more}\r\n");

    private bool MayBegin() => Interlocked.Increment(ref _begun) <= _plan.MaxRequests;
}
