namespace BlueGreenServerless.Engine;

/// <summary>The status as Step Functions writes it.</summary>
public static class ExecutionStatusWords
{
    public static string Word(this ExecutionStatus status) => status switch
    {
        ExecutionStatus.Running => "RUNNING",
        ExecutionStatus.Succeeded => "SUCCEEDED",
        ExecutionStatus.Failed => "FAILED",
        ExecutionStatus.TimedOut => "TIMED_OUT",
        ExecutionStatus.Aborted => "ABORTED",
        _ => throw new ArgumentOutOfRangeException(nameof(status), status, "Not a status of an execution."),
    };

    public static ExecutionStatus Parse(string word) =>
        Enum.GetValues<ExecutionStatus>().Single(status => status.Word() == word);
}
