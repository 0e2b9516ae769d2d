using BlueGreenServerless.Testing.Time;

namespace BlueGreenServerless.AwsMany.Tests.Clock;

/// <summary>The test's clock, as functions see it: whoever sets a timer is parked until it fires.</summary>
internal sealed class StrandTime(VirtualTime clock) : TimeProvider
{
    public override long TimestampFrequency => clock.TimestampFrequency;

    public override DateTimeOffset GetUtcNow() => clock.GetUtcNow();

    public override long GetTimestamp() => clock.GetTimestamp();

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        Strand.Current is { } strand ? ParkingTimer.Set(clock, strand, callback, state, dueTime) : clock.CreateTimer(callback, state, dueTime, period);
}
