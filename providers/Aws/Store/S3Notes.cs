using Amazon.S3;
using BlueGreenServerless.Ports;

namespace BlueGreenServerless.Providers.Aws.Store;

/// <summary>Notes as objects of the state's bucket, <c>notes/{name}.json</c>: for functions, whose process may be gone after each call.</summary>
public sealed class S3Notes(IAmazonS3 storage, string bucket, TimeProvider time) : INotes
{
    private readonly S3Documents documents = new(storage, bucket, "notes/", time);

    public bool IsShared => true;

    public IDisposable TryHold(string name) => new Unheld();

    public Task<T?> FindAsync<T>(string name, CancellationToken cancellationToken)
        where T : class => documents.ValueAsync<T>(Key(name), cancellationToken);

    public Task WriteAsync<T>(string name, T note, CancellationToken cancellationToken)
        where T : class => ChangeAsync<T>(name, _ => note, cancellationToken);

    /// <summary>The object of a note that is removed stays, without a note in it: functions may not delete.</summary>
    public Task ChangeAsync<T>(string name, Func<T?, T?> change, CancellationToken cancellationToken)
        where T : class => documents.ChangeAsync<T>(
            Key(name),
            before =>
            {
                var after = change(before);
                return before is null && after is null ? null : new Change<T>(after);
            },
            cancellationToken);

    public Task RemoveAsync<T>(string name, CancellationToken cancellationToken)
        where T : class => ChangeAsync<T>(name, _ => null, cancellationToken);

    private static string Key(string name) => name + ".json";
}
