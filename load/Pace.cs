namespace BlueGreenServerless.Load;

/// <summary>When a worker sends: at fixed times from its start, whatever the answers do, so that a stall is not hidden by sending less.</summary>
internal sealed class Pace(TimeSpan interval, TimeSpan offset, TimeProvider time)
{
    private readonly long _started = time.GetTimestamp();
    private long _sent;

    public async ValueTask NextAsync(CancellationToken stop)
    {
        if (interval <= TimeSpan.Zero)
        {
            return;
        }

        var wait = offset + (interval * _sent) - time.GetElapsedTime(_started);
        _sent++;
        if (wait > TimeSpan.Zero)
        {
            await Task.Delay(wait, time, stop);
        }
    }
}
