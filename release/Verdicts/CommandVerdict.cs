namespace BlueGreenServerless.Verdicts;

/// <summary>Where a command on the hosts of a colour stands.</summary>
public enum CommandVerdict
{
    Running,
    Succeeded,
    Failed,

    /// <summary>The provider does not know the command (the process that ran it is gone): start it again, scripts may run twice.</summary>
    Unknown,
}
