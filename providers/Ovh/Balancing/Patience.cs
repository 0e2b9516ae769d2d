namespace BlueGreenServerless.Providers.Ovh.Balancing;

/// <summary>How long a step may still wait. All that it waits for shares it, because a stage is cut off after a minute, and that is not tried again.</summary>
internal sealed class Patience(TimeSpan limit, TimeProvider time)
{
    private readonly long begun = time.GetTimestamp();

    public TimeSpan Limit => limit;

    public TimeSpan Left => limit - time.GetElapsedTime(begun) is var left && left > TimeSpan.Zero ? left : TimeSpan.Zero;
}
