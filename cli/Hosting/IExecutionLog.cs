using BlueGreenServerless.Engine;

namespace BlueGreenServerless.Cli.Hosting;

/// <summary>What a host of the state machines knows of executions, whoever moves them.</summary>
internal interface IExecutionLog
{
    /// <param name="machine">release, rollback or standby.</param>
    /// <returns>Null when no such execution is known.</returns>
    Task<Execution?> DescribeAsync(string machine, string name, CancellationToken cancellationToken);

    /// <summary>In the order in which it happened; empty when no such execution is known.</summary>
    /// <param name="afterId">Only events after this one; 0 for all.</param>
    Task<IReadOnlyList<HistoryEvent>> HistoryAsync(string machine, string name, long afterId, CancellationToken cancellationToken);
}
