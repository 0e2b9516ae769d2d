using System.Collections.Concurrent;
using System.Text.Json.Nodes;

namespace BlueGreenServerless.Clouds.Aws.CodePipeline;

/// <summary>The jobs of the account's pipelines. A job whose function gave a continuation token is called again.</summary>
public sealed class Pipelines(AwsDoubleOptions options)
{
    private readonly ConcurrentDictionary<string, PipelineJob> jobs = new(StringComparer.Ordinal);
    private int started;

    /// <summary>Calls a function by its name with an event; what it returns is ignored.</summary>
    public Func<string, JsonObject, Task>? Invoke { get; set; }

    /// <summary>How long after a continuation token the function is called again.</summary>
    public TimeSpan Repeat { get; set; } = TimeSpan.FromMilliseconds(500);

    /// <summary>Calls the action's function until the job is over.</summary>
    public PipelineJob Start(PipelineAction action)
    {
        var job = new PipelineJob(RequestIds.Of(Interlocked.Increment(ref started), 'a'), action);
        jobs[job.Id] = job;
        _ = RunAsync(job);
        return job;
    }

    internal PipelineJob? Find(string id) => jobs.GetValueOrDefault(id);

    private async Task RunAsync(PipelineJob job)
    {
        while (job.Status == JobStatus.InProgress)
        {
            job.WasAnswered = false;
            job.Calls++;
            await CallAsync(job);
            if (job.Status == JobStatus.InProgress)
            {
                await Task.Delay(Repeat, options.Clock);
            }
        }
    }

    private async Task CallAsync(PipelineJob job)
    {
        try
        {
            await (Invoke ?? throw new InvalidOperationException("Pipelines have no function to call. Set Invoke."))(job.Action.Function, job.Event(options.Account));
        }
        catch (Exception failure) when (!job.WasAnswered)
        {
            job.Fail($"JobFailed: The function failed: {failure.GetType().Name}: {failure.Message}");
            job.End(JobStatus.Failed);
        }
    }
}
