namespace BlueGreenServerless.Functions.Hosting.Executions;

/// <summary>What the host of the state machines knows of an execution.</summary>
public interface IExecutionStates
{
    Task<bool> IsRunningAsync(string machine, string name, CancellationToken cancellationToken);

    /// <summary>The release that an execution is about, read from its input; null when it is about none or is not known.</summary>
    Task<ExecutionSubject?> FindSubjectAsync(string machine, string name, CancellationToken cancellationToken);
}
