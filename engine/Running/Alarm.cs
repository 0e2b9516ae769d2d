namespace BlueGreenServerless.Engine.Running;

/// <summary>Rings once at a time, however far away: a timer holds 49 days at most, and a clock that is set must not matter.</summary>
internal sealed class Alarm : IDisposable
{
    private static readonly TimeSpan LongestStep = TimeSpan.FromDays(1);
    private static readonly TimeSpan ShortestStep = TimeSpan.FromMilliseconds(1);

    private readonly TimeProvider time;
    private readonly DateTimeOffset due;
    private readonly Action ring;
    private readonly ITimer timer;

    public Alarm(TimeProvider time, DateTimeOffset due, Action ring)
    {
        this.time = time;
        this.due = due;
        this.ring = ring;
        timer = time.CreateTimer(_ => Check(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        Check();
    }

    public void Dispose() => timer.Dispose();

    private void Check()
    {
        var left = due - time.GetUtcNow();
        if (left <= TimeSpan.Zero)
        {
            ring();
        }
        else
        {
            var step = left < ShortestStep ? ShortestStep : left > LongestStep ? LongestStep : left;
            timer.Change(step, Timeout.InfiniteTimeSpan);
        }
    }
}
