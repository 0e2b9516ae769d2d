using BlueGreenServerless.Engine.Journals;

namespace BlueGreenServerless.Engine;

/// <summary>Reads the executions of any process; owns nothing and changes nothing.</summary>
public sealed class Journal(string path)
{
    public string Path { get; } = path;

    /// <summary>Null when no such execution is known.</summary>
    public Task<Execution?> DescribeAsync(string machine, string name, CancellationToken cancellationToken = default) => JournalReader.ReadAsync(
        Path,
        statements => Rows.Execution(statements, machine, name) is { } row ? Descriptions.Describe(Path, statements, row) : null,
        null,
        cancellationToken);

    /// <summary>The newest first.</summary>
    public Task<IReadOnlyList<Execution>> ListAsync(
        ExecutionStatus? status = null, int limit = 100, CancellationToken cancellationToken = default) => JournalReader.ReadAsync<IReadOnlyList<Execution>>(
        Path,
        statements => [.. Rows.Newest(statements, status, limit).Select(row => Descriptions.Describe(Path, statements, row))],
        [],
        cancellationToken);

    /// <summary>Empty when no such execution is known.</summary>
    /// <param name="afterId">Only events after this one; 0 for all. For following a running execution.</param>
    public Task<IReadOnlyList<HistoryEvent>> HistoryAsync(
        string machine, string name, long afterId = 0, CancellationToken cancellationToken = default) => JournalReader.ReadAsync<IReadOnlyList<HistoryEvent>>(
        Path,
        statements => Rows.Execution(statements, machine, name) is { } row ? Rows.Events(statements, row.Id, afterId) : [],
        [],
        cancellationToken);
}
