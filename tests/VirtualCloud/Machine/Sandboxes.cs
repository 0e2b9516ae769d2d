using System.Collections.Concurrent;

namespace BlueGreenServerless.VirtualCloud.Machine;

/// <summary>The processes of all functions. Lambda gives a call to one that is free, and starts another when there is none.</summary>
/// <param name="shared">All calls go to one process: quicker, for tests that are not about many at once.</param>
internal sealed class Sandboxes(Func<Sandbox> make, bool shared)
{
    private readonly ConcurrentDictionary<string, ConcurrentBag<Sandbox>> free = new(StringComparer.Ordinal);
    private Lazy<Sandbox> one = new(make);

    /// <summary>All processes end; what is asked next begins with a new one.</summary>
    public void Renew()
    {
        free.Clear();
        one = new Lazy<Sandbox>(make);
    }

    public async Task<T> UseAsync<T>(string function, Func<Sandbox, Task<T>> use)
    {
        if (shared)
        {
            return await use(one.Value);
        }

        var pool = free.GetOrAdd(function, _ => []);
        var sandbox = pool.TryTake(out var idle) ? idle : make();
        try
        {
            return await use(sandbox);
        }
        finally
        {
            pool.Add(sandbox);
        }
    }
}
