namespace BlueGreenServerless.Verdicts;

/// <summary>Is the traffic as the snapshot says, verified by reading it back?</summary>
public enum RestoreVerdict
{
    Restored,

    /// <summary>It could not be restored yet; it is tried again until the deadline.</summary>
    Retrying,

    /// <summary>The deadline has passed.</summary>
    Failed,
}
