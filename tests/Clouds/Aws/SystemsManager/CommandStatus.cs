namespace BlueGreenServerless.Clouds.Aws.SystemsManager;

/// <summary>
/// What a command says of itself, which is less than its invocations say: undelivered ones do not count unless all are, and a tag that
/// nobody has is a success.
/// </summary>
internal static class CommandStatus
{
    private static readonly string[] Apart = ["Undeliverable", "InvalidPlatform", "AccessDenied", "Terminated"];

    /// <summary>
    /// Whether a filter by status finds an invocation (API reference, CommandFilter): TimedOut means both kinds, and what has a word of its own
    /// there is not taken to be found by its general status as well.
    /// </summary>
    public static bool IsIn(Invocation invocation, string? status) =>
        invocation.Details == status || (invocation.Status == status && !Apart.Contains(invocation.Details, StringComparer.Ordinal));

    public static (string Status, string Details) Of(RunningCommand command)
    {
        var all = command.Invocations;
        if (all.Count == 0)
        {
            return ("Success", "NoInstancesInTag");
        }

        if (!command.IsSeen || all.Any(invocation => !invocation.IsOver))
        {
            return command.WasCancelled ? ("Cancelling", "Cancelling")
                : command.IsSeen && all.Any(invocation => invocation.Started is not null) ? ("InProgress", "InProgress") : ("Pending", "Pending");
        }

        var errors = all.Count(invocation => invocation.IsError);
        return command.WasCancelled && all.Any(invocation => invocation.Details == "Cancelled") ? ("Cancelled", "Cancelled")
            : errors > command.MaxErrors ? all.Where(invocation => invocation.IsError).All(invocation => invocation.Details == "ExecutionTimedOut") ? ("TimedOut", "ExecutionTimedOut") : ("Failed", "Failed")
            : errors > 0 ? ("Failed", "Incomplete")
            : all.Any(invocation => invocation.Status == "Success") ? ("Success", "Success")
            : all.All(invocation => invocation.Details == "DeliveryTimedOut") ? ("TimedOut", "DeliveryTimedOut")
            : ("Failed", "Undeliverable");
    }
}
