namespace BlueGreenServerless.Bench.Switch;

/// <summary>What one way of switching did under load.</summary>
/// <param name="Shifts">Two for each cycle: the switch and the rollback.</param>
/// <param name="LastOldAnswer">For each shift, the time in milliseconds from its call to the last answer of the old colour.</param>
/// <param name="Call">For each shift, how long the call itself took, in milliseconds.</param>
internal sealed record WayResult(string Name, int Shifts, IReadOnlyList<double> LastOldAnswer, IReadOnlyList<double> Call)
{
    public double P50 => Quantile(LastOldAnswer, 0.50);

    public double P99 => Quantile(LastOldAnswer, 0.99);

    public double CallP50 => Quantile(Call, 0.50);

    public double CallP99 => Quantile(Call, 0.99);

    private static double Quantile(IReadOnlyList<double> values, double share)
    {
        var sorted = values.Order().ToList();
        return sorted.Count == 0 ? double.NaN : sorted[Math.Max(0, (int)Math.Ceiling(share * sorted.Count) - 1)];
    }
}
