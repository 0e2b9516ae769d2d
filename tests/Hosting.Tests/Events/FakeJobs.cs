using BlueGreenServerless.Functions.Hosting.Pipelines;

namespace BlueGreenServerless.Hosting.Tests.Events;

/// <summary>Notes what a pipeline was told.</summary>
internal sealed class FakeJobs : IPipelineJobs
{
    public List<string> Told { get; } = [];

    public Task SucceedAsync(string job, IReadOnlyDictionary<string, string> outputs, CancellationToken cancellationToken) => Tell($"success {outputs["version"]}");

    public Task ContinueAsync(string job, string continuation, CancellationToken cancellationToken) => Tell($"continue {continuation}");

    public Task FailAsync(string job, string type, string message, CancellationToken cancellationToken) => Tell($"{type} {message}");

    private Task Tell(string text)
    {
        Told.Add(text);
        return Task.CompletedTask;
    }
}
