namespace BlueGreenServerless.Engine.Running;

/// <summary>How far a branch is inside its current state.</summary>
internal enum Phase
{
    /// <summary>Entered; nothing outside the journal has happened yet.</summary>
    Entered,

    /// <summary>A Wait whose end is known.</summary>
    Waiting,

    /// <summary>An attempt failed; the next one is due at a known time.</summary>
    RetryPending,

    /// <summary>A task was handed out; whether it did something is not known.</summary>
    Scheduled,

    /// <summary>A task was accepted; its answer comes by token or from another execution.</summary>
    Submitted,

    /// <summary>Branches or items run.</summary>
    Children,

    /// <summary>The branch has ended with an output.</summary>
    Done,

    /// <summary>The branch has ended with an error.</summary>
    Failed,
}
