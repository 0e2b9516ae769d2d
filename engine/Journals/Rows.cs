using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using BlueGreenServerless.Engine.Running;
using Microsoft.Data.Sqlite;

namespace BlueGreenServerless.Engine.Journals;

/// <summary>Reads the rows of a journal.</summary>
internal static class Rows
{
    public const string SignalColumns = "id, kind, execution, token, first, second, sent";

    private const string ExecutionColumns =
        "id, machine, name, status, definition, owner, parent, input, output, error, cause, started, stopped";

    private const string BranchColumns = "path, state, input, entered, retries, phase, due, token, error, cause";

    public static ExecutionRow? Execution(Statements statements, string machine, string name) => statements.Query(
        $"SELECT {ExecutionColumns} FROM executions WHERE machine = $1 AND name = $2", Execution, machine, name).SingleOrDefault();

    public static ExecutionRow Execution(Statements statements, long id) => statements.Query(
        $"SELECT {ExecutionColumns} FROM executions WHERE id = $1", Execution, id).Single();

    public static List<ExecutionRow> Newest(Statements statements, ExecutionStatus? status, int limit) => status is { } one
        ? statements.Query(
            $"SELECT {ExecutionColumns} FROM executions WHERE status = $1 ORDER BY id DESC LIMIT $2", Execution, one.Word(), limit)
        : statements.Query($"SELECT {ExecutionColumns} FROM executions ORDER BY id DESC LIMIT $1", Execution, limit);

    /// <summary>Who owns running executions; null for those that nobody does.</summary>
    public static List<string?> Owners(Statements statements) => statements.Query(
        "SELECT DISTINCT owner FROM executions WHERE status = 'RUNNING'", row => Text(row, 0));

    public static string Definition(Statements statements, string hash) => statements.Query(
        "SELECT json FROM definitions WHERE hash = $1", row => row.GetString(0), hash).Single();

    public static Dictionary<string, Position> Branches(Statements statements, long execution) => statements.Query(
        $"SELECT {BranchColumns} FROM branches WHERE execution = $1", row => (Path: row.GetString(0), At: Position(row)), execution)
        .ToDictionary(row => row.Path, row => row.At, StringComparer.Ordinal);

    public static List<HistoryEvent> Events(Statements statements, long execution, long afterId) => statements.Query(
        "SELECT id, timestamp, type, branch, state, details FROM events WHERE execution = $1 AND id > $2 ORDER BY id", Event, execution, afterId);

    public static long LastEvent(Statements statements, long execution) => statements.Query(
        "SELECT COALESCE(MAX(id), 0) FROM events WHERE execution = $1", row => row.GetInt64(0), execution).Single();

    public static List<Signal> SignalsAfter(Statements statements, long id) => statements.Query(
        $"SELECT {SignalColumns} FROM signals WHERE id > $1 ORDER BY id", Signal, id);

    public static List<Signal> SignalsFor(Statements statements, string token) => statements.Query(
        $"SELECT {SignalColumns} FROM signals WHERE token = $1 ORDER BY id", Signal, token);

    public static List<Signal> StopsOf(Statements statements, long execution) => statements.Query(
        $"SELECT {SignalColumns} FROM signals WHERE execution = $1 AND kind = 'Stop' ORDER BY id", Signal, execution);

    public static Signal Signal(SqliteDataReader row) => new(
        row.GetInt64(0), Enum.Parse<SignalKind>(row.GetString(1)), row.GetInt64(2), Text(row, 3), row.GetString(4), row.GetString(5),
        Stamp.Parse(row.GetString(6)));

    private static ExecutionRow Execution(SqliteDataReader row) => new(
        row.GetInt64(0), row.GetString(1), row.GetString(2), ExecutionStatusWords.Parse(row.GetString(3)), row.GetString(4), Text(row, 5),
        Text(row, 6), row.GetString(7), Text(row, 8), Text(row, 9), Text(row, 10), Stamp.Parse(row.GetString(11)), Time(row, 12));

    private static Position Position(SqliteDataReader row) => new(
        row.GetString(1), JsonElement.Parse(row.GetString(2)), Stamp.Parse(row.GetString(3)), Counts(row.GetString(4)),
        Enum.Parse<Phase>(row.GetString(5)), Time(row, 6), Text(row, 7), Text(row, 8), Text(row, 9));

    private static HistoryEvent Event(SqliteDataReader row) => new(
        row.GetInt64(0), Stamp.Parse(row.GetString(1)), row.GetString(2), row.GetString(3), Text(row, 4),
        Text(row, 5) is { } details ? JsonElement.Parse(details) : null);

    private static ImmutableArray<int> Counts(string text) =>
        text.Length == 0 ? [] : [.. text.Split(',').Select(count => int.Parse(count, CultureInfo.InvariantCulture))];

    private static string? Text(SqliteDataReader row, int column) => row.IsDBNull(column) ? null : row.GetString(column);

    private static DateTimeOffset? Time(SqliteDataReader row, int column) => row.IsDBNull(column) ? null : Stamp.Parse(row.GetString(column));
}
