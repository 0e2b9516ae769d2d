namespace BlueGreenServerless.Ports;

/// <summary>What a part of an environment is like.</summary>
public enum PartStatus
{
    Missing,

    /// <summary>Made here and not ready yet.</summary>
    Coming,

    /// <summary>Made here, and as the file says.</summary>
    Ready,

    /// <summary>Made here, but not as the file says now. It is destroyed when asked for, and else left as it is.</summary>
    Different,

    /// <summary>There, and not made here. It is never touched.</summary>
    Foreign,
}
