namespace BlueGreenServerless.Clouds.Aws.SystemsManager;

/// <summary>How the agent of a node behaves.</summary>
public enum AgentBehavior
{
    /// <summary>Takes commands and runs them.</summary>
    Works,

    /// <summary>Is registered and does not answer: commands by tag wait until their delivery time is over.</summary>
    Offline,

    /// <summary>Is said to be online and never takes a command.</summary>
    NeverPicksUp,

    /// <summary>The command cannot be brought to it.</summary>
    Undeliverable,

    /// <summary>Starts the command and dies: what it does is never heard of.</summary>
    DiesWhileRunning,
}
