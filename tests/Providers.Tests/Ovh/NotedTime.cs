using System.Collections.Concurrent;

namespace BlueGreenServerless.Providers.Tests.Ovh;

/// <summary>Notes how long it is told to wait, and does not wait when that is a pause and not a limit.</summary>
internal sealed class NotedTime : TimeProvider
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(30);

    public ConcurrentQueue<TimeSpan> Pauses { get; } = [];

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        Pauses.Enqueue(dueTime);
        return base.CreateTimer(callback, state, dueTime < Limit && dueTime > TimeSpan.Zero ? TimeSpan.FromMilliseconds(1) : dueTime, period);
    }
}
