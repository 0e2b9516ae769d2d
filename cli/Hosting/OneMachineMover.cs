using BlueGreenServerless.Engine;
using BlueGreenServerless.Functions;

namespace BlueGreenServerless.Cli.Hosting;

/// <summary>The engine of this process.</summary>
internal sealed class OneMachineMover(OneMachine machine) : IReleaseMover
{
    public StageServices Services => machine.Services;

    public async Task<IReadOnlyList<(string Machine, string Name)>> ResumeAsync(CancellationToken cancellationToken) =>
        [.. await machine.Engine.ResumeAsync(cancellationToken)];

    public Task<IReadOnlyList<Execution>> RunningAsync(CancellationToken cancellationToken) =>
        machine.Journal.ListAsync(ExecutionStatus.Running, cancellationToken: cancellationToken);

    public async Task StopAsync()
    {
        machine.Engine.RequestStop();
        await machine.Engine.WhenStoppedAsync();
    }

    public ValueTask DisposeAsync() => machine.DisposeAsync();
}
