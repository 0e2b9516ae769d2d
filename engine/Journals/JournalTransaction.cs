using BlueGreenServerless.Engine.Documents;
using BlueGreenServerless.Engine.Running;

namespace BlueGreenServerless.Engine.Journals;

/// <summary>The changes that can be made to a journal, inside one transaction.</summary>
internal sealed class JournalTransaction(Statements statements)
{
    public ExecutionRow? Find(string machine, string name) => Rows.Execution(statements, machine, name);

    public long Insert(NewExecution execution) => statements.Query(
        """
        INSERT INTO executions (machine, name, status, definition, owner, parent, input, started)
        VALUES ($1, $2, 'RUNNING', $3, $4, $5, $6, $7) RETURNING id
        """,
        row => row.GetInt64(0),
        execution.Machine, execution.Name, execution.DefinitionHash, execution.Owner, execution.Parent, execution.Input,
        Stamp.Exact(execution.Started)).Single();

    public void KeepDefinition(string hash, string json) =>
        statements.Run("INSERT INTO definitions (hash, json) VALUES ($1, $2) ON CONFLICT DO NOTHING", hash, json);

    public void Append(long execution, long id, NewEvent happened) => statements.Run(
        "INSERT INTO events (execution, id, timestamp, type, branch, state, details) VALUES ($1, $2, $3, $4, $5, $6, $7)",
        execution, id, Stamp.Exact(happened.Timestamp), happened.Type, happened.Branch, happened.State,
        happened.Details is { } details ? JsonText.Compact(details) : null);

    public void Save(long execution, string path, Position at) => statements.Run(
        """
        INSERT INTO branches (execution, path, state, input, entered, retries, phase, due, token, error, cause)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
        ON CONFLICT (execution, path) DO UPDATE SET state = $3, input = $4, entered = $5, retries = $6, phase = $7, due = $8,
            token = $9, error = $10, cause = $11
        """,
        execution, path, at.State, at.Input.GetRawText(), Stamp.Exact(at.Entered), string.Join(',', at.Retries), at.Phase.ToString(),
        at.Due is { } due ? Stamp.Exact(due) : null, at.Token, at.Error, at.Cause);

    /// <summary>Removes the branches inside this one. '0' is the character after '/'.</summary>
    public void RemoveInner(long execution, string path) =>
        statements.Run("DELETE FROM branches WHERE execution = $1 AND path > $2 AND path < $3", execution, path + "/", path + "0");

    /// <summary>Closes a running execution; false when it is closed already.</summary>
    public bool Close(long execution, Ending ending, DateTimeOffset stopped)
    {
        var closed = statements.Run(
            """
            UPDATE executions SET status = $2, output = $3, error = $4, cause = $5, stopped = $6, owner = NULL
            WHERE id = $1 AND status = 'RUNNING'
            """,
            execution, ending.Status.Word(), ending.Output?.GetRawText(), ending.Error, ending.Cause, Stamp.Exact(stopped)) == 1;
        statements.Run("DELETE FROM branches WHERE execution = $1", execution);
        statements.Run("DELETE FROM signals WHERE execution = $1", execution);
        return closed;
    }

    /// <summary>Gives up ownership; the execution can be resumed.</summary>
    public void Release(long execution) => statements.Run("UPDATE executions SET owner = NULL WHERE id = $1", execution);

    /// <summary>Takes over the running executions of an owner that is dead (or of nobody); another process may have been faster.</summary>
    public IReadOnlyList<ExecutionRow> TakeOver(string? deadOwner, string newOwner)
    {
        var ids = statements.Query(
            "UPDATE executions SET owner = $2 WHERE status = 'RUNNING' AND owner IS $1 RETURNING id", row => row.GetInt64(0), deadOwner, newOwner);
        return [.. ids.Order().Select(id => Rows.Execution(statements, id))];
    }

    public long LastEvent(long execution) => Rows.LastEvent(statements, execution);

    /// <summary>Asks the owner of an execution; null when it is not running.</summary>
    public Signal? Ask(SignalKind kind, long execution, string first, string second, DateTimeOffset sent) => statements.Query(
        $"""
        INSERT INTO signals (execution, kind, first, second, sent)
        SELECT id, $2, $3, $4, $5 FROM executions WHERE id = $1 AND status = 'RUNNING' RETURNING {Rows.SignalColumns}
        """,
        Rows.Signal, execution, kind.ToString(), first, second, Stamp.Exact(sent)).SingleOrDefault();

    /// <summary>Answers a token; null when no state waits for it.</summary>
    public Signal? Answer(SignalKind kind, string token, string first, string second, DateTimeOffset sent) => statements.Query(
        $"""
        INSERT INTO signals (execution, token, kind, first, second, sent)
        SELECT execution, token, $2, $3, $4, $5 FROM branches WHERE token = $1 RETURNING {Rows.SignalColumns}
        """,
        Rows.Signal, token, kind.ToString(), first, second, Stamp.Exact(sent)).SingleOrDefault();

    public void ForgetSignals(string token) => statements.Run("DELETE FROM signals WHERE token = $1", token);
}
