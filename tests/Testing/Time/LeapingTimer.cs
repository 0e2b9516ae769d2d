namespace BlueGreenServerless.Testing.Time;

internal sealed class LeapingTimer : ITimer
{
    private readonly Lock gate = new();
    private readonly LeapingTime time;
    private readonly TimerCallback callback;
    private readonly object? state;
    private readonly ITimer timer;
    private TimeSpan period = Timeout.InfiniteTimeSpan;
    private DateTimeOffset? due;
    private bool isGone;

    public LeapingTimer(LeapingTime time, TimerCallback callback, object? state)
    {
        (this.time, this.callback, this.state) = (time, callback, state);
        timer = TimeProvider.System.CreateTimer(_ => Fire(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    public bool Change(TimeSpan dueTime, TimeSpan period)
    {
        lock (gate)
        {
            this.period = period;
            due = dueTime == Timeout.InfiniteTimeSpan ? null : time.GetUtcNow() + dueTime;
            return !isGone && timer.Change(dueTime, Timeout.InfiniteTimeSpan);
        }
    }

    /// <summary>The clock is ahead by so much more.</summary>
    public void Leapt(TimeSpan by)
    {
        lock (gate)
        {
            if (due is { } at && !isGone)
            {
                var left = at - time.GetUtcNow();
                timer.Change(left > TimeSpan.Zero && by > TimeSpan.Zero ? left : TimeSpan.Zero, Timeout.InfiniteTimeSpan);
            }
        }
    }

    public void Dispose()
    {
        lock (gate)
        {
            isGone = true;
            timer.Dispose();
        }

        time.Forget(this);
    }

    public ValueTask DisposeAsync()
    {
        Dispose();
        return ValueTask.CompletedTask;
    }

    private void Fire()
    {
        lock (gate)
        {
            if (isGone || due is null)
            {
                return;
            }

            due = period > TimeSpan.Zero ? time.GetUtcNow() + period : null;
            if (due is not null)
            {
                timer.Change(period, Timeout.InfiniteTimeSpan);
            }
        }

        callback(state);
    }
}
