namespace BlueGreenServerless.Ports;

/// <summary>
/// What a provider has to remember because the API that it speaks cannot tell it, such as which staged changes are its own. Small documents
/// by name, which outlive the process.
/// </summary>
public interface INotes
{
    /// <summary>
    /// Whether other processes are at work at the same time and see the same notes, as Lambda's do. Then the name of a note has to be of something
    /// that only one of them works on, such as a target, or the note is only changed by <see cref="ChangeAsync"/>; on one machine a provider may keep
    /// one note for all targets of its process.
    /// </summary>
    bool IsShared { get; }

    /// <summary>Keeps other processes that see the same notes away from what a name stands for, until it is disposed or the process ends.</summary>
    /// <returns>Null when another process holds it. Where nothing can hold processes apart, as in a cloud, it is always given.</returns>
    IDisposable? TryHold(string name);

    /// <param name="name">Letters, digits, <c>. _ + - /</c>; begins with the provider's name, for example <c>ovh/loadbalancer-1</c>.</param>
    /// <returns>Null when there is none.</returns>
    /// <exception cref="Failures.ProviderUnavailableException">It could not be read now.</exception>
    Task<T?> FindAsync<T>(string name, CancellationToken cancellationToken)
        where T : class;

    /// <summary>Returns when it is there for a process that comes after this one was killed.</summary>
    Task WriteAsync<T>(string name, T note, CancellationToken cancellationToken)
        where T : class;

    /// <summary>
    /// Puts another note in the place of one. Where notes are shared no change of another process is lost; elsewhere whoever changes what others
    /// change too has to hold the name.
    /// </summary>
    /// <param name="change">Gets null when there is no note, gives null for none. May be asked several times.</param>
    Task ChangeAsync<T>(string name, Func<T?, T?> change, CancellationToken cancellationToken)
        where T : class;

    /// <summary>One that is not there is fine.</summary>
    Task RemoveAsync<T>(string name, CancellationToken cancellationToken)
        where T : class;
}
