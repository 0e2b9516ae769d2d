namespace BlueGreenServerless.Traffic;

/// <summary>
/// The percentages of traffic that the new colour gets, one after the other: strictly rising, each 1 to 100, the last one 100.
/// </summary>
public sealed record Ramp
{
    private Ramp(IReadOnlyList<int> steps) => Steps = steps;

    public IReadOnlyList<int> Steps { get; }

    public static Ramp AllAtOnce { get; } = new([100]);

    /// <summary>A ramp through the given percentages; 100 is added when it is not the last.</summary>
    /// <exception cref="ArgumentException">A step is outside 1 to 100 or does not rise.</exception>
    public static Ramp Canary(IReadOnlyList<int> steps)
    {
        var previous = 0;
        foreach (var step in steps)
        {
            if (step is < 1 or > 100 || step <= previous)
            {
                throw new ArgumentException($"The step '{step}' of a canary must be 1 to 100 and larger than the step before it ('{previous}').", nameof(steps));
            }

            previous = step;
        }

        return new Ramp(previous == 100 ? [.. steps] : [.. steps, 100]);
    }

    /// <summary>A ramp of equal steps of <paramref name="step"/> percent, 1 to 100; the last one is cut to 100.</summary>
    public static Ramp Linear(int step)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(step, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(step, 100);
        return new Ramp([.. Enumerable.Range(1, (99 + step) / step).Select(n => Math.Min(100, n * step))]);
    }
}
