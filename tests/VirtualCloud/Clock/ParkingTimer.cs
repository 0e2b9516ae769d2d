using BlueGreenServerless.Testing.Time;

namespace BlueGreenServerless.VirtualCloud.Clock;

/// <summary>A timer that fires once and parks its strand until then.</summary>
internal sealed class ParkingTimer : ITimer
{
    private readonly Strand strand;
    private ITimer? timer;
    private int isOver;

    private ParkingTimer(Strand strand) => this.strand = strand;

    public static ParkingTimer Set(VirtualTime clock, Strand strand, TimerCallback callback, object? state, TimeSpan due)
    {
        var parking = new ParkingTimer(strand);
        parking.timer = clock.CreateTimer(
            _ =>
            {
                // not on the thread that moves the clock: what goes on may block until the clock moves
                parking.End();
                ThreadPool.UnsafeQueueUserWorkItem(_ => callback(state), null);
            },
            null, due, Timeout.InfiniteTimeSpan);
        // only now: whoever waits for everybody to be parked may move the clock at once
        strand.Park();
        return parking;
    }

    public bool Change(TimeSpan dueTime, TimeSpan period) => timer!.Change(dueTime, period);

    public void Dispose()
    {
        timer?.Dispose();
        End();
    }

    public ValueTask DisposeAsync()
    {
        Dispose();
        return ValueTask.CompletedTask;
    }

    private void End()
    {
        if (Interlocked.Exchange(ref isOver, 1) == 0)
        {
            strand.Unpark();
        }
    }
}
