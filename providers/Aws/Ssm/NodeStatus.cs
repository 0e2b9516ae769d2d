namespace BlueGreenServerless.Providers.Aws.Ssm;

/// <summary>The words of Run Command for how a node did. AWS writes them with and without blanks ("Delivery Timed Out").</summary>
internal static class NodeStatus
{
    public const string Success = "Success";

    /// <summary>
    /// Every word by which invocations that ended otherwise than well can be asked for (API reference, CommandFilter: the values of Status for
    /// ListCommandInvocations). Some stand for others, so a node may be found twice.
    /// </summary>
    public static IReadOnlyList<string> Failures { get; } =
        ["Failed", "TimedOut", "Cancelled", "DeliveryTimedOut", "ExecutionTimedOut", "Undeliverable", "Terminated", "InvalidPlatform", "AccessDenied"];

    private static readonly string[] Going = ["Pending", "InProgress", "Delayed", "Cancelling"];

    private static readonly Dictionary<string, string> Meanings = new(StringComparer.Ordinal)
    {
        ["DeliveryTimedOut"] = "The node did not take the command in time, or its agent died while it ran. Look at the SSM agent on it.",
        ["ExecutionTimedOut"] = "The script did not end in time and was stopped. Look at what hangs on the host, or raise deadlines.deploy.",
        ["TimedOut"] = "The command was not done in time. Look at what hangs on the host, or raise deadlines.deploy.",
        ["Failed"] = "The script failed. Look at its last lines.",
        ["Cancelled"] = "The command was cancelled before its end. Nobody has to do anything: releasing again runs it again.",
        ["Undeliverable"] = "The command could not be delivered: the node is gone or its agent does not answer. Look at the machine.",
        ["Terminated"] = "The command was not sent to this node, because another one had failed before. Look at that one.",
        ["InvalidPlatform"] = "The node runs no Linux, which the command needs. Take it out of the target.",
        ["AccessDenied"] = "The node may not be commanded by the role that asked. Allow ssm:SendCommand on it.",
    };

    public static string Plain(string? status) => (status ?? "").Replace(" ", "", StringComparison.Ordinal);

    public static bool IsGoing(string status) => Going.Contains(Plain(status), StringComparer.Ordinal) || status.Length == 0;

    /// <summary>True for a node that suffers from another one's failure or from a cancellation, not from its own.</summary>
    public static bool IsConsequence(string status) => status is "Terminated" or "Cancelled";

    public static string Meaning(string status) => $"{status}: {Meanings.GetValueOrDefault(status, "The node did not run the script to its end. Look at the command in Systems Manager.")}";
}
