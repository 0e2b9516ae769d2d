namespace BlueGreenServerless.Functions.Hosting.Pipelines;

/// <summary>Answers to CodePipeline, which ignores what a function returns.</summary>
public interface IPipelineJobs
{
    /// <summary>The job is done.</summary>
    /// <param name="outputs">Output variables for later actions.</param>
    Task SucceedAsync(string job, IReadOnlyDictionary<string, string> outputs, CancellationToken cancellationToken);

    /// <summary>The job goes on: the function is started again with this token, at most 2048 characters.</summary>
    Task ContinueAsync(string job, string continuation, CancellationToken cancellationToken);

    /// <param name="type">JobFailed or ConfigurationError.</param>
    Task FailAsync(string job, string type, string message, CancellationToken cancellationToken);
}
