namespace BlueGreenServerless.Clouds.Aws.Faults;

/// <summary>What goes wrong.</summary>
public enum FaultKind
{
    /// <summary>Nothing happens and the service says so.</summary>
    Error,

    /// <summary>It happens, and then the service answers with an error.</summary>
    ErrorAfterEffect,

    /// <summary>It happens, and the connection breaks before the answer.</summary>
    LostReply,

    /// <summary>Nothing happens and the connection breaks.</summary>
    LostRequest,

    /// <summary>It takes longer.</summary>
    Latency,
}
