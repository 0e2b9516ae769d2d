using BlueGreenServerless.Testing.Time;

namespace BlueGreenServerless.VirtualCloud.Clock;

/// <summary>
/// The test's clock, as functions see it: whoever sets a timer is parked until it fires. A limit of something that goes on meanwhile, which
/// is what a cancellation source sets its timer for, parks nobody.
/// </summary>
internal sealed class StrandTime(VirtualTime clock) : TimeProvider
{
    public override long TimestampFrequency => clock.TimestampFrequency;

    public override DateTimeOffset GetUtcNow() => clock.GetUtcNow();

    public override long GetTimestamp() => clock.GetTimestamp();

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        state is not CancellationTokenSource && Strand.Current is { } strand ? ParkingTimer.Set(clock, strand, callback, state, dueTime)
            : clock.CreateTimer(callback, state, dueTime, period);
}
