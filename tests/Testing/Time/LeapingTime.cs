namespace BlueGreenServerless.Testing.Time;

/// <summary>
/// The system's clock, which a test can make leap ahead: whatever would have been due on the way is due at once. Real processes and real
/// traffic go on as they are, so that a day's wait can be part of a test with both.
/// </summary>
public sealed class LeapingTime : TimeProvider
{
    private readonly Lock gate = new();
    private readonly HashSet<LeapingTimer> timers = [];
    private TimeSpan ahead;

    public TimeSpan Ahead
    {
        get
        {
            lock (gate)
            {
                return ahead;
            }
        }
    }

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override DateTimeOffset GetUtcNow() => System.GetUtcNow() + Ahead;

    public override long GetTimestamp() => System.GetElapsedTime(0).Ticks + Ahead.Ticks;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new LeapingTimer(this, callback, state);
        lock (gate)
        {
            timers.Add(timer);
        }

        timer.Change(dueTime, period);
        return timer;
    }

    public void Leap(TimeSpan by)
    {
        LeapingTimer[] all;
        lock (gate)
        {
            ahead += by;
            all = [.. timers];
        }

        Array.ForEach(all, timer => timer.Leapt(by));
    }

    internal void Forget(LeapingTimer timer)
    {
        lock (gate)
        {
            timers.Remove(timer);
        }
    }
}
