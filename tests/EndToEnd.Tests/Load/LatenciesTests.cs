using BlueGreenServerless.Load;

namespace BlueGreenServerless.EndToEnd.Tests.Load;

public sealed class LatenciesTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(63)]
    [InlineData(64)]
    [InlineData(1_000)]
    [InlineData(12_345)]
    [InlineData(5_000_000)]
    [InlineData(3_600_000_000)]
    public void Quantile_OfOneLatency_IsThatLatencyWithinTwoPercent(long microseconds)
    {
        var latencies = new Latencies();
        latencies.Add(TimeSpan.FromMicroseconds(microseconds));

        Assert.InRange(latencies.Quantile(0.5).TotalMicroseconds, microseconds, microseconds * 1.02);
    }

    [Fact]
    public void Quantile_OfAThousand_SplitsThemByRank()
    {
        var latencies = new Latencies();
        for (var i = 1; i <= 1000; i++)
        {
            latencies.Add(TimeSpan.FromMilliseconds(i));
        }

        Assert.InRange(latencies.Quantile(0.5).TotalMilliseconds, 500, 510);
        Assert.InRange(latencies.Quantile(0.99).TotalMilliseconds, 990, 1010);
        Assert.InRange(latencies.Quantile(1).TotalMilliseconds, 1000, 1020);
    }

    [Fact]
    public void Quantile_OfNothing_IsZero() => Assert.Equal(TimeSpan.Zero, new Latencies().Quantile(0.99));
}
