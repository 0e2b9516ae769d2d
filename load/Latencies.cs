using System.Numerics;

namespace BlueGreenServerless.Load;

/// <summary>A histogram of durations with a precision of 2 %, from 1 µs to hours, in constant space.</summary>
public sealed class Latencies
{
    private const int StepsPerOctave = 64;
    private const int OctaveBits = 6;

    private readonly long[] _counts = new long[64 * StepsPerOctave];

    public long Count { get; private set; }

    public void Add(TimeSpan latency)
    {
        _counts[Bucket((ulong)Math.Max(0, latency.Ticks / TimeSpan.TicksPerMicrosecond))]++;
        Count++;
    }

    public void Add(Latencies others)
    {
        for (var i = 0; i < _counts.Length; i++)
        {
            _counts[i] += others._counts[i];
        }

        Count += others.Count;
    }

    /// <summary>The duration that a share (0 to 1) of all do not exceed, rounded up to the bucket's end; zero when there are none.</summary>
    public TimeSpan Quantile(double share)
    {
        var wanted = Math.Max(1, (long)Math.Ceiling(share * Count));
        for (int i = 0; i < _counts.Length; i++)
        {
            wanted -= _counts[i];
            if (wanted <= 0)
            {
                return TimeSpan.FromMicroseconds(End(i));
            }
        }

        return TimeSpan.Zero;
    }

    private static int Bucket(ulong microseconds)
    {
        if (microseconds < StepsPerOctave)
        {
            return (int)microseconds;
        }

        var octave = BitOperations.Log2(microseconds) - OctaveBits;
        return ((octave + 1) * StepsPerOctave) + (int)(microseconds >> octave) - StepsPerOctave;
    }

    private static double End(int bucket)
    {
        if (bucket < StepsPerOctave)
        {
            return bucket;
        }

        var octave = (bucket / StepsPerOctave) - 1;
        return Math.ScaleB(StepsPerOctave + (bucket % StepsPerOctave) + 1, octave) - 1;
    }
}
