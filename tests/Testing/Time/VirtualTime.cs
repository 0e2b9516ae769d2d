namespace BlueGreenServerless.Testing.Time;

/// <summary>A clock that stands still until a test moves it; timers fire in order while it moves.</summary>
public sealed class VirtualTime : TimeProvider
{
    private readonly Lock gate = new();
    private readonly SortedSet<VirtualTimer> timers = new(Comparer<VirtualTimer>.Create((one, other) => (one.Due, one.Order).CompareTo((other.Due, other.Order))));
    private long scheduled;
    private DateTimeOffset now = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override DateTimeOffset GetUtcNow()
    {
        lock (gate)
        {
            return now;
        }
    }

    public override long GetTimestamp() => GetUtcNow().UtcTicks;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new VirtualTimer(this, callback, state);
        timer.Change(dueTime, period);
        return timer;
    }

    /// <summary>When the next timer is due; null when none is set.</summary>
    public DateTimeOffset? NextDue()
    {
        lock (gate)
        {
            return timers.Min?.Due;
        }
    }

    /// <summary>Moves the clock; every timer that becomes due on the way fires at its own time.</summary>
    public void Advance(TimeSpan by)
    {
        var end = GetUtcNow() + by;
        while (TakeDue(end) is { } timer)
        {
            timer.Fire();
        }

        lock (gate)
        {
            now = end;
        }
    }

    /// <summary>Moves the clock to the next timer and fires what is due then; false when there is none.</summary>
    public bool AdvanceToNext()
    {
        if (NextDue() is not { } due)
        {
            return false;
        }

        Advance(due > GetUtcNow() ? due - GetUtcNow() : TimeSpan.Zero);
        return true;
    }

    /// <summary>Moves the clock from timer to timer until it is done; each time it first waits until nobody is at work.</summary>
    /// <param name="isDone">Is asked when nobody is at work.</param>
    /// <param name="whenIdle">Completes when everybody waits for time.</param>
    /// <exception cref="InvalidOperationException">It is not done, and nobody waits for time.</exception>
    public async Task RunUntilAsync(Func<Task<bool>> isDone, Func<Task> whenIdle)
    {
        await whenIdle();
        while (!await isDone())
        {
            if (!AdvanceToNext())
            {
                throw new InvalidOperationException("It is not done, nobody is at work and nobody waits for time. Something else has to happen first.");
            }

            await whenIdle();
        }
    }

    internal void Schedule(VirtualTimer timer, TimeSpan dueTime)
    {
        lock (gate)
        {
            timers.Remove(timer);
            if (dueTime != Timeout.InfiniteTimeSpan)
            {
                (timer.Due, timer.Order) = (now + dueTime, ++scheduled);
                timers.Add(timer);
            }
        }
    }

    private VirtualTimer? TakeDue(DateTimeOffset end)
    {
        lock (gate)
        {
            if (timers.Min is not { } next || next.Due > end)
            {
                return null;
            }

            timers.Remove(next);
            now = next.Due > now ? next.Due : now;
            return next;
        }
    }
}
