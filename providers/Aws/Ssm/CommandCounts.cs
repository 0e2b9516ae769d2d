using Amazon.SimpleSystemsManagement.Model;

namespace BlueGreenServerless.Providers.Aws.Ssm;

/// <summary>What the command itself says. Good for telling when to look at its invocations; no proof without them.</summary>
/// <param name="Completed">Nodes that ended without being counted as errors, which is not the same as well.</param>
/// <param name="Ended">Nodes that ended in whatever way.</param>
internal sealed record CommandCounts(string Status, bool IsOver, bool HasErrors, int Targets, int Completed, int Ended)
{
    public bool HasNoTargets => Status == "NoInstancesInTag";

    public static CommandCounts Of(Command command)
    {
        var status = NodeStatus.Plain(command.StatusDetails ?? command.Status?.Value);
        var errors = (command.ErrorCount ?? 0) + (command.DeliveryTimedOutCount ?? 0);
        return new CommandCounts(
            status, !NodeStatus.IsGoing(status) && !NodeStatus.IsGoing(command.Status?.Value ?? status), errors > 0, command.TargetCount ?? 0, Math.Max(0, (command.CompletedCount ?? 0) - errors),
            command.CompletedCount ?? 0);
    }
}
