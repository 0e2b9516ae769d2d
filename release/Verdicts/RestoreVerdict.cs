namespace BlueGreenServerless.Verdicts;

/// <summary>Is the traffic as the snapshot says, verified by reading it back?</summary>
public enum RestoreVerdict
{
    Restored,

    /// <summary>It could not be restored yet; it is tried again until the deadline.</summary>
    Retrying,

    /// <summary>It is, but a function of the execution that was cut may still write; it is looked at again until none can.</summary>
    Watching,

    /// <summary>The deadline has passed.</summary>
    Failed,
}
