using BlueGreenServerless.Documents;
using BlueGreenServerless.Ports;
using BlueGreenServerless.Testing.Fakes;

namespace BlueGreenServerless.Hosting.Tests.Events;

/// <summary>Users' files in memory.</summary>
internal sealed class TextStorage : IStorage
{
    public Dictionary<string, string> Files { get; } = new(StringComparer.Ordinal) { ["config/shop.yaml"] = Samples.Configuration };

    public string Scheme => "s3";

    public IReleaseStore Store(Uri place, TimeProvider time) => throw new NotSupportedException("The tests bring their own store.");

    public INotes Notes(Uri place, TimeProvider time) => new PassingNotes();

    public IArtifacts Artifacts(TimeProvider time) => throw new NotSupportedException("The tests bring their own artifacts.");

    public Task<string?> FindTextAsync(Uri place, string path, CancellationToken cancellationToken) => Task.FromResult(Files.GetValueOrDefault(path));

    public Task<Artifact> PinAsync(Artifact artifact, CancellationToken cancellationToken) => Task.FromResult(artifact with { Sha256 = FakeArtifacts.Digest });
}
