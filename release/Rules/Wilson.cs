namespace BlueGreenServerless.Rules;

/// <summary>What a share measured on few requests proves: the Wilson score interval at 95 %.</summary>
public static class Wilson
{
    private const double Z = 1.959964;

    /// <summary>The true share is at least this, with the confidence of the interval; 0 without requests.</summary>
    public static double LowerBound(long hits, long total)
    {
        if (total <= 0)
        {
            return 0;
        }

        var share = (double)hits / total;
        var square = Z * Z / total;
        var spread = Z * Math.Sqrt(((share * (1 - share)) + (square / 4)) / total);
        return Math.Max(0, (share + (square / 2) - spread) / (1 + square));
    }
}
