using System.Threading.Channels;

namespace BlueGreenServerless.Engine.Journals;

/// <summary>
/// The one writer of this process. Changes that come while a commit is under way are committed together by the next one, so
/// a thousand executions cost a few durable commits, not a thousand.
/// </summary>
internal sealed class JournalWriter : IAsyncDisposable
{
    private const int LargestBatch = 512;

    private readonly Channel<Change> changes = Channel.CreateUnbounded<Change>(new UnboundedChannelOptions { SingleReader = true });
    private readonly Statements statements;
    private readonly Action committed;
    private readonly Task loop;

    /// <param name="committed">Is called after each commit, before anybody hears of it.</param>
    public JournalWriter(string path, Action committed)
    {
        statements = new Statements(Schema.OpenForWriting(path));
        this.committed = committed;
        loop = Task.Factory.StartNew(WriteAll, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
    }

    /// <summary>Completes when the change is durable.</summary>
    public async Task<T> WriteAsync<T>(Func<JournalTransaction, T> change)
    {
        var result = default(T)!;
        var done = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var queued = changes.Writer.TryWrite(new Change(transaction => result = change(transaction), done));
        ObjectDisposedException.ThrowIf(!queued, this);
        await done.Task;
        return result;
    }

    public async ValueTask DisposeAsync()
    {
        changes.Writer.TryComplete();
        await loop;
        statements.Dispose();
    }

    private void WriteAll()
    {
        var batch = new List<Change>();
        while (changes.Reader.WaitToReadAsync().AsTask().GetAwaiter().GetResult())
        {
            batch.Clear();
            while (batch.Count < LargestBatch && changes.Reader.TryRead(out var change))
            {
                batch.Add(change);
            }

            Write(batch);
        }
    }

    private void Write(List<Change> batch)
    {
        try
        {
            Commit(batch);
        }
        catch (Exception failure)
        {
            // whoever waits for one of these changes must hear that it is not durable
            batch.ForEach(change => change.Done.TrySetException(failure));
            return;
        }

        batch.ForEach(change => change.Done.TrySetResult());
    }

    private void Commit(List<Change> batch)
    {
        statements.Run("BEGIN IMMEDIATE");
        try
        {
            var transaction = new JournalTransaction(statements);
            batch.ForEach(change => change.Apply(transaction));
            statements.Run("COMMIT");
        }
        catch
        {
            statements.Run("ROLLBACK");
            throw;
        }

        committed();
    }

    private sealed record Change(Action<JournalTransaction> Apply, TaskCompletionSource Done);
}
