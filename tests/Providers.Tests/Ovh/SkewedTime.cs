namespace BlueGreenServerless.Providers.Tests.Ovh;

/// <summary>A clock that goes wrong by so much.</summary>
internal sealed class SkewedTime : TimeProvider
{
    public TimeSpan By { get; set; }

    public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + By;
}
