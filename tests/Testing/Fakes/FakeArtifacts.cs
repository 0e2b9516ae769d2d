using BlueGreenServerless.Documents;
using BlueGreenServerless.Failures;
using BlueGreenServerless.Ports;

namespace BlueGreenServerless.Testing.Fakes;

/// <summary>Artifacts in memory: every one is there and fine, but for those that the test removes.</summary>
public sealed class FakeArtifacts(TimeProvider time) : IArtifacts
{
    public const string Digest = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08";

    public Faults Faults { get; } = new(time);

    public HashSet<Uri> Missing { get; } = [];

    /// <summary>The bound that was asked for last.</summary>
    public long MaxUnpackedBytes { get; private set; }

    public Task<Artifact> VerifyAsync(Artifact artifact, long maxUnpackedBytes, CancellationToken cancellationToken) => Faults.AroundAsync(
        "Verify",
        () =>
        {
            MaxUnpackedBytes = maxUnpackedBytes;
            return Missing.Contains(artifact.Uri)
                ? throw new ArtifactRefusedException($"The artifact '{artifact.Uri}' is missing.")
                : artifact with { Sha256 = artifact.Sha256 ?? Digest, SizeBytes = 1024 };
        },
        cancellationToken);
}
