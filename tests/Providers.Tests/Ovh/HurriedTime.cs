namespace BlueGreenServerless.Providers.Tests.Ovh;

/// <summary>Waits a twentieth of what it is told to, as long as that is a pause and not a limit.</summary>
internal sealed class HurriedTime : TimeProvider
{
    private const int Times = 20;

    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(5);

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        base.CreateTimer(callback, state, dueTime <= LongestPause && dueTime > TimeSpan.Zero ? dueTime / Times : dueTime, period);
}
