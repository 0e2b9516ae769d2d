namespace BlueGreenServerless.Functions.Trigger;

/// <summary>What came of a request.</summary>
public enum TriggerStatus
{
    /// <summary>A new execution runs.</summary>
    Started,

    /// <summary>It runs already; nothing was started.</summary>
    Running,

    /// <summary>This artifact, version and attempt has been released before; nothing was started.</summary>
    AlreadyReleased,

    /// <summary>Another release of the app runs; this one waits for its end.</summary>
    Queued,

    /// <summary>The running release has been told to go back.</summary>
    Signalled,
}
