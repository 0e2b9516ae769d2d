using BlueGreenServerless.Documents;

namespace BlueGreenServerless.Ports;

/// <summary>
/// A place where a host keeps the store, the users' files and the artifacts. One class below <c>providers/</c> implements it per kind of
/// place; it is found by itself, and a host picks it by the scheme of the address that it is given.
/// </summary>
public interface IStorage
{
    /// <summary>Scheme of the addresses that it serves: what stands before <c>://</c>.</summary>
    string Scheme { get; }

    /// <param name="place">Where the state lies, for example <c>file:///var/lib/bluegreen</c>.</param>
    IReleaseStore Store(Uri place, TimeProvider time);

    /// <summary>What providers have to remember, beside the state.</summary>
    /// <param name="place">Where the state lies.</param>
    INotes Notes(Uri place, TimeProvider time);

    IArtifacts Artifacts(TimeProvider time);

    /// <summary>A small text file below a place, or null when it is not there.</summary>
    /// <param name="path">Relative, with <c>/</c>, for example <c>config/shop.yaml</c>.</param>
    Task<string?> FindTextAsync(Uri place, string path, CancellationToken cancellationToken);

    /// <summary>The artifact pinned to the content that lies there now: with its digest, and the version of the object where there are such.</summary>
    /// <exception cref="Failures.ArtifactRefusedException">It is not there.</exception>
    Task<Artifact> PinAsync(Artifact artifact, CancellationToken cancellationToken);
}
