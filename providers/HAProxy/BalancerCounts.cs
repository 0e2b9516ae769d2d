namespace BlueGreenServerless.Providers.HAProxy;

/// <summary>The counters of one balancer at one moment.</summary>
/// <param name="Process">Process id and start: another one means that the counters began again at 0.</param>
internal sealed record BalancerCounts(string Process, AnswerCounts Blue, AnswerCounts Green)
{
    /// <summary>
    /// What was added since <paramref name="earlier"/>. After a reload that is what the new process has counted: less than the truth
    /// by what the old one answered after the earlier reading, never more.
    /// </summary>
    public BalancerCounts Since(BalancerCounts earlier) =>
        Process == earlier.Process ? this with { Blue = Blue.Since(earlier.Blue), Green = Green.Since(earlier.Green) } : this;
}
