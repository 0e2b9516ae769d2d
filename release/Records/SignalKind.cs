namespace BlueGreenServerless.Records;

/// <summary>What somebody outside tells a running release.</summary>
public enum SignalKind
{
    /// <summary>An operator wants it to end and the traffic to be as before.</summary>
    Abort,

    /// <summary>An alarm fired.</summary>
    Alarm,

    /// <summary>Another target of the same release failed for certain: no need to wait for deadlines.</summary>
    TargetFailed,

    /// <summary>The expand migration has run: the targets that waited for it may install.</summary>
    Expanded,
}
