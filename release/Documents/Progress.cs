namespace BlueGreenServerless.Documents;

/// <summary>Where the release stands.</summary>
public sealed record Progress
{
    public Phase Phase { get; init; } = Phase.Inspect;

    /// <summary>Index into the steps of the ramp; -1 before the first shift.</summary>
    public int Step { get; init; } = -1;

    /// <summary>Percent of the traffic that the new colour is meant to have now.</summary>
    public int Percent { get; init; }

    /// <summary>When the current step or bake began.</summary>
    public DateTimeOffset Since { get; init; }

    /// <summary>Seconds that the next Wait state waits, at least 1.</summary>
    public int WaitSeconds { get; init; } = 1;

    /// <summary>How many targets the release has: the more, the wider apart are their polls, because one execution has room for 25,000 events.</summary>
    public int Targets { get; init; } = 1;

    /// <summary>True from the moment Decide first says Shift: from then on a failure means Rollback, not Abandon.</summary>
    public bool ShiftStarted { get; init; }

    /// <summary>
    /// From when on nothing of an execution that was cut can write the traffic any more: its functions go on to their end without it. Null
    /// when no execution was cut.
    /// </summary>
    public DateTimeOffset? QuietFrom { get; init; }
}
