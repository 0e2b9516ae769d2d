using System.Security.Cryptography;
using BlueGreenServerless.Documents;
using BlueGreenServerless.Failures;
using BlueGreenServerless.Ports;
using BlueGreenServerless.Providers.Local.Artifacts;
using BlueGreenServerless.Providers.Local.Store;

namespace BlueGreenServerless.Providers.Local;

/// <summary>State and artifacts in a directory of this machine: <c>file:///…</c>.</summary>
public sealed class LocalStorage : IStorage
{
    public string Scheme => Uri.UriSchemeFile;

    public IReleaseStore Store(Uri place, TimeProvider time) => new SqliteReleaseStore(Path.Combine(place.LocalPath, "store.db"), time);

    public INotes Notes(Uri place, TimeProvider time) => new FileNotes(Path.Combine(place.LocalPath, "providers"));

    public IArtifacts Artifacts(TimeProvider time) => new FileArtifacts();

    public async Task<string?> FindTextAsync(Uri place, string path, CancellationToken cancellationToken)
    {
        var file = Path.Combine(place.LocalPath, path);
        return File.Exists(file) ? await File.ReadAllTextAsync(file, cancellationToken) : null;
    }

    public async Task<Artifact> PinAsync(Artifact artifact, CancellationToken cancellationToken)
    {
        if (!artifact.Uri.IsFile || !File.Exists(artifact.Uri.LocalPath))
        {
            throw new ArtifactRefusedException($"The artifact '{artifact.Uri}' is no file of this machine. Allowed are file:///… addresses of files. Correct the address.");
        }

        await using var file = File.OpenRead(artifact.Uri.LocalPath);
        return artifact with { Sha256 = Convert.ToHexStringLower(await SHA256.HashDataAsync(file, cancellationToken)), SizeBytes = file.Length };
    }
}
