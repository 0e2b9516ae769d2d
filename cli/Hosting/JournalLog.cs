using BlueGreenServerless.Engine;

namespace BlueGreenServerless.Cli.Hosting;

/// <summary>The journal of this machine.</summary>
internal sealed class JournalLog(Journal journal) : IExecutionLog
{
    public Task<Execution?> DescribeAsync(string machine, string name, CancellationToken cancellationToken) =>
        journal.DescribeAsync(machine, name, cancellationToken);

    public Task<IReadOnlyList<HistoryEvent>> HistoryAsync(string machine, string name, long afterId, CancellationToken cancellationToken) =>
        journal.HistoryAsync(machine, name, afterId, cancellationToken);
}
