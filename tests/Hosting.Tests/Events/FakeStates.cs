using BlueGreenServerless.Functions.Hosting.Executions;

namespace BlueGreenServerless.Hosting.Tests.Events;

/// <summary>What a test says of executions.</summary>
internal sealed class FakeStates : IExecutionStates
{
    public HashSet<string> Running { get; } = new(StringComparer.Ordinal);

    public ExecutionSubject? Subject { get; set; } = new("shop", "shop-1-abc");

    public Task<bool> IsRunningAsync(string machine, string name, CancellationToken cancellationToken) => Task.FromResult(Running.Contains($"{machine}/{name}"));

    public Task<ExecutionSubject?> FindSubjectAsync(string machine, string name, CancellationToken cancellationToken) => Task.FromResult(Subject);
}
