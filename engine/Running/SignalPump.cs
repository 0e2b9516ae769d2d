using BlueGreenServerless.Engine.Journals;
using Microsoft.Extensions.Logging;

namespace BlueGreenServerless.Engine.Running;

/// <summary>Looks for requests that other processes wrote. They write in real time, so this looks in real time, whatever clock the states have.</summary>
internal sealed class SignalPump(EngineOptions options, Action<Signal> deliver) : IAsyncDisposable
{
    private readonly CancellationTokenSource ending = new();
    private Task loop = Task.CompletedTask;
    private long last;

    public void Start() => loop = RunAsync();

    /// <summary>Delivers all requests once more: executions that were just resumed have not seen theirs.</summary>
    public void StartOver() => Interlocked.Exchange(ref last, 0);

    public async ValueTask DisposeAsync()
    {
        await ending.CancelAsync();
        await loop;
        ending.Dispose();
    }

    private async Task RunAsync()
    {
        try
        {
            while (true)
            {
                await Task.Delay(options.SignalInterval, TimeProvider.System, ending.Token);
                await LookAsync();
            }
        }
        catch (OperationCanceledException) when (ending.IsCancellationRequested)
        {
            options.Logger.LogDebug("No more requests are looked for in {Journal}", options.JournalPath);
        }
    }

    private async Task LookAsync()
    {
        try
        {
            var from = Interlocked.Read(ref last);
            var found = await JournalReader.ReadAsync(
                options.JournalPath, statements => Rows.SignalsAfter(statements, from), [], ending.Token);
            if (found.Count > 0 && Interlocked.CompareExchange(ref last, found[^1].Id, from) == from)
            {
                found.ForEach(deliver);
            }
        }
        catch (Microsoft.Data.Sqlite.SqliteException failure)
        {
            // looked for again shortly; a stop that is noticed late is better than an engine that dies of it
            options.Logger.LogWarning(failure, "The requests in {Journal} could not be read", options.JournalPath);
        }
    }
}
