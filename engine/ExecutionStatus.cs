namespace BlueGreenServerless.Engine;

/// <summary>How an execution stands; Step Functions' words are RUNNING, SUCCEEDED, FAILED, TIMED_OUT, ABORTED.</summary>
public enum ExecutionStatus
{
    Running,
    Succeeded,
    Failed,
    TimedOut,
    Aborted,
}
