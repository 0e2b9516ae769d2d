using BlueGreenServerless.Providers.HAProxy;

namespace BlueGreenServerless.Providers.Tests.HAProxy;

public sealed class HaproxyHistogramTests
{
    [Fact]
    public void Percentile_of_nothing_is_unknown() => Assert.Null(HaproxyHistogram.Percentile(new long[HaproxyHistogram.Buckets], 0.99));

    [Fact]
    public void Percentile_is_never_off_by_more_than_its_bucket()
    {
        var random = new Random(7);
        for (var round = 0; round < 200; round++)
        {
            var times = Enumerable.Range(0, random.Next(1, 400)).Select(_ => random.NextDouble() * random.Next(1, 20_000)).Order().ToList();
            var counts = new long[HaproxyHistogram.Buckets];
            times.ForEach(time => counts[Bucket(time)]++);
            var exact = times[(int)Math.Ceiling(times.Count * 0.99) - 1];
            var estimate = HaproxyHistogram.Percentile(counts, 0.99)!.Value.TotalMilliseconds;
            var bucket = Bucket(exact);
            Assert.InRange(estimate, bucket == 0 ? 0 : HaproxyHistogram.Bounds[bucket - 1], HaproxyHistogram.Bounds[bucket]);
        }
    }

    [Fact]
    public void Percentile_in_the_open_bucket_is_its_lower_bound()
    {
        var counts = new long[HaproxyHistogram.Buckets];
        counts[^1] = 3;
        Assert.Equal(TimeSpan.FromSeconds(30), HaproxyHistogram.Percentile(counts, 0.99));
    }

    [Fact]
    public void Counters_that_fell_began_again()
    {
        var before = new AnswerCounts(10, 2, [10, 0]);
        Assert.Equal(new AnswerCounts(3, 0, [3, 0]).Requests, new AnswerCounts(3, 0, [3, 0]).Since(before).Requests);
        Assert.Equal(2, new AnswerCounts(12, 2, [12, 0]).Since(before).Requests);
        Assert.Equal(12, new AnswerCounts(12, 2, [9, 3]).Since(before).Requests);
    }

    private static int Bucket(double milliseconds) => HaproxyHistogram.Bounds.Count(bound => bound <= milliseconds);
}
