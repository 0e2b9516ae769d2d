namespace BlueGreenServerless.Load;

/// <summary>The timeout of a worker's requests; one timer for all of them instead of one for each.</summary>
internal sealed class RequestClock(TimeSpan timeout, TimeProvider time) : IDisposable
{
    private CancellationTokenSource? _source;

    /// <summary>Starts the time of a request; that of the one before it is over.</summary>
    public CancellationToken Start()
    {
        if (_source is null || !_source.TryReset())
        {
            _source?.Dispose();
            _source = new CancellationTokenSource(Timeout.InfiniteTimeSpan, time);
        }

        _source.CancelAfter(timeout);
        return _source.Token;
    }

    public void Dispose() => _source?.Dispose();
}
