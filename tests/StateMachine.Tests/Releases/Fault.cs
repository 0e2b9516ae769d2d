namespace BlueGreenServerless.StateMachine.Tests.Releases;

/// <summary>What happens to a stage once.</summary>
public enum Fault
{
    /// <summary>It throws what is not a failure of ours: a bug.</summary>
    Error,

    /// <summary>It does not come back within its time, and has done nothing.</summary>
    Timeout,

    /// <summary>The process is killed before the stage has had its effect.</summary>
    KilledBefore,

    /// <summary>The process is killed when the stage has had its effect, which nobody learns.</summary>
    KilledAfter,
}
