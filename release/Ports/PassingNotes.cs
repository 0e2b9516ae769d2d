using System.Collections.Concurrent;

namespace BlueGreenServerless.Ports;

/// <summary>Notes that end with the process: enough for whoever only looks, such as <c>validate</c> and <c>doctor</c>.</summary>
public sealed class PassingNotes : INotes
{
    private readonly ConcurrentDictionary<string, object> notes = new(StringComparer.Ordinal);
    private readonly Lock changing = new();

    public bool IsShared => false;

    public IDisposable TryHold(string name) => new Unheld();

    public Task<T?> FindAsync<T>(string name, CancellationToken cancellationToken)
        where T : class => Task.FromResult(notes.GetValueOrDefault(name) as T);

    public Task WriteAsync<T>(string name, T note, CancellationToken cancellationToken)
        where T : class
    {
        notes[name] = note;
        return Task.CompletedTask;
    }

    public Task ChangeAsync<T>(string name, Func<T?, T?> change, CancellationToken cancellationToken)
        where T : class
    {
        lock (changing)
        {
            if (change(notes.GetValueOrDefault(name) as T) is { } changed)
            {
                notes[name] = changed;
            }
            else
            {
                notes.TryRemove(name, out _);
            }
        }

        return Task.CompletedTask;
    }

    public Task RemoveAsync<T>(string name, CancellationToken cancellationToken)
        where T : class
    {
        notes.TryRemove(name, out _);
        return Task.CompletedTask;
    }
}
