namespace BlueGreenServerless.Load;

/// <summary>Counts what the workers see. Every request is entered once, when it has ended.</summary>
internal sealed class Tally(TimeProvider time)
{
    private readonly Lock _lock = new();
    private readonly long _started = time.GetTimestamp();
    private readonly Dictionary<(RequestKind Kind, string Version), Answers> _answers = [];
    private readonly Dictionary<string, long> _lostWhy = new(StringComparer.Ordinal);
    private readonly Latencies _fast = new();
    private long _requests;
    private long _lost;
    private long _reconnects;
    private int _webSocketsOpened;
    private int _webSocketsBroken;
    private long _echoes;

    public void Answered(RequestKind kind, AnswerHead head, long sent)
    {
        var now = time.GetTimestamp();
        var error = head.Status >= 500 ? 1 : 0;
        lock (_lock)
        {
            _requests++;
            var key = (kind, head.Version ?? "");
            var known = _answers.GetValueOrDefault(key) ?? new Answers(kind, head.Version, 0, 0, now, now);
            _answers[key] = known with { Count = known.Count + 1, Errors = known.Errors + error, Last = Math.Max(known.Last, now) };
            if (kind != RequestKind.Slow)
            {
                _fast.Add(time.GetElapsedTime(sent, now));
            }
        }
    }

    public void Lost(RequestKind kind, string why)
    {
        lock (_lock)
        {
            _requests++;
            _lost++;
            var reason = $"{kind}: {why}";
            _lostWhy[reason] = _lostWhy.GetValueOrDefault(reason) + 1;
        }
    }

    public void Reconnected() => Interlocked.Increment(ref _reconnects);

    public void WebSocketOpened() => Interlocked.Increment(ref _webSocketsOpened);

    public void Echoed() => Interlocked.Increment(ref _echoes);

    public void WebSocketBroken(string why)
    {
        lock (_lock)
        {
            _webSocketsBroken++;
            _lostWhy[$"WebSocket: {why}"] = _lostWhy.GetValueOrDefault($"WebSocket: {why}") + 1;
        }
    }

    /// <summary>The newest answer of a version to a fast request; null when it gave none.</summary>
    public long? Last(string version)
    {
        lock (_lock)
        {
            long? last = null;
            foreach (var ((kind, by), answers) in _answers)
            {
                last = kind != RequestKind.Slow && by == version ? Math.Max(last ?? 0, answers.Last) : last;
            }

            return last;
        }
    }

    public LoadReport Report()
    {
        lock (_lock)
        {
            var fast = new Latencies();
            fast.Add(_fast);
            return new LoadReport(
                _requests,
                _lost,
                new Dictionary<string, long>(_lostWhy, StringComparer.Ordinal),
                _reconnects,
                [.. _answers.Values.OrderBy(a => a.First)],
                _webSocketsOpened,
                _webSocketsBroken,
                _echoes,
                fast,
                time.GetElapsedTime(_started));
        }
    }
}
