using BlueGreenServerless.Engine;
using BlueGreenServerless.Functions;

namespace BlueGreenServerless.Cli.Hosting;

/// <summary>Starts releases and rollbacks on a host and, where they run in this process, moves them.</summary>
internal interface IReleaseMover : IAsyncDisposable
{
    StageServices Services { get; }

    /// <summary>Continues executions that nobody moves; returns them. A cloud moves all of its own.</summary>
    Task<IReadOnlyList<(string Machine, string Name)>> ResumeAsync(CancellationToken cancellationToken);

    /// <summary>Every execution that has not ended.</summary>
    Task<IReadOnlyList<Execution>> RunningAsync(CancellationToken cancellationToken);

    /// <summary>Stops at the next boundary between two steps what runs in this process.</summary>
    Task StopAsync();
}
