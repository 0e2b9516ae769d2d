namespace BlueGreenServerless.Clouds.Aws.LoadBalancing;

/// <summary>A target and what the checks of its group have found.</summary>
internal sealed class TargetEntry(Target target)
{
    private int good;
    private int bad;

    public Target Target { get; } = target;

    /// <summary>As the checks left it; what a caller sees also depends on whether the group is in use.</summary>
    public TargetState State { get; private set; } = TargetState.Registering;

    public DateTimeOffset? DrainedAt { get; private set; }

    public void Drain(DateTimeOffset until) => (State, DrainedAt) = (TargetState.Draining, DrainedAt ?? until);

    /// <summary>Nobody checks it any more.</summary>
    public void Unused()
    {
        if (DrainedAt is null)
        {
            (State, good, bad) = (TargetState.Registering, 0, 0);
        }
    }

    /// <summary>Takes in one check: a new target is healthy after its first success, another one after the threshold.</summary>
    /// <param name="failure">Null for a success.</param>
    public void Checked(TargetState? failure, TargetGroup group)
    {
        (good, bad) = failure is null ? (good + 1, 0) : (0, bad + 1);
        if (DrainedAt is not null)
        {
            return;
        }

        State = failure is null
            ? good >= group.HealthyThreshold || State.State == "initial" ? TargetState.Healthy : State
            : bad >= group.UnhealthyThreshold ? failure : State == TargetState.Registering ? TargetState.Checking : State;
    }
}
