namespace BlueGreenServerless.Clouds.Aws.SystemsManager;

/// <summary>A command on one node.</summary>
public sealed class Invocation(ManagedNode node)
{
    public ManagedNode Node { get; } = node;

    public string Status { get; private set; } = "Pending";

    /// <summary>Says more than the status, such as DeliveryTimedOut.</summary>
    public string Details { get; private set; } = "Pending";

    public DateTimeOffset? Started { get; private set; }

    public DateTimeOffset? Ended { get; private set; }

    /// <summary>Exit code; -1 until there is one.</summary>
    public int Code { get; private set; } = -1;

    public string Output { get; private set; } = "";

    public string Error { get; private set; } = "";

    public bool IsOver => Status is not ("Pending" or "InProgress" or "Delayed" or "Cancelling");

    /// <summary>Counts against the errors that a command may have.</summary>
    internal bool IsError => Details is "Failed" or "ExecutionTimedOut";

    internal CancellationTokenSource Cancelled { get; } = new();

    internal void Begin(DateTimeOffset now) => (Status, Details, Started) = ("InProgress", "InProgress", now);

    internal void End(string status, string details, DateTimeOffset now) => (Status, Details, Ended) = (status, details, now);

    internal void Said(ScriptEnd end) => (Code, Output, Error) = (end.Code, end.Output, end.Error);
}
