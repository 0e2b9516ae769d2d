namespace BlueGreenServerless.Ports;

/// <summary>What starting an execution came to.</summary>
public enum StartResult
{
    Started,

    /// <summary>It runs already, with the same input.</summary>
    Running,

    /// <summary>The name is taken by a closed execution or one with another input.</summary>
    AlreadyExists,
}
