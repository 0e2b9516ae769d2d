using System.Collections.Concurrent;
using BlueGreenServerless.Engine.Journals;

namespace BlueGreenServerless.Engine.Running;

/// <summary>The tasks of this engine that wait for an answer to their token.</summary>
internal sealed class TokenDesk(string journalPath)
{
    private readonly ConcurrentDictionary<string, TokenWait> waits = new(StringComparer.Ordinal);

    /// <summary>Opens the wait, with the answers that are in the journal already.</summary>
    public async Task<TokenWait> OpenAsync(string token)
    {
        var wait = waits.GetOrAdd(token, _ => new TokenWait());
        var sent = await JournalReader.ReadAsync(journalPath, statements => Rows.SignalsFor(statements, token), [], CancellationToken.None);
        sent.ForEach(wait.Deliver);
        return wait;
    }

    public void Close(string token) => waits.TryRemove(token, out _);

    public void Deliver(Signal signal)
    {
        if (signal.Token is { } token && waits.TryGetValue(token, out var wait))
        {
            wait.Deliver(signal);
        }
    }
}
