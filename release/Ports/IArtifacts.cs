using BlueGreenServerless.Documents;
using BlueGreenServerless.Failures;

namespace BlueGreenServerless.Ports;

/// <summary>The place where artifacts lie.</summary>
public interface IArtifacts
{
    /// <summary>
    /// Checks that the artifact is there, has the announced digest (or the one in <c>&lt;artifact&gt;.sha256</c>) and unpacks safely;
    /// returns it with digest and size.
    /// </summary>
    /// <exception cref="ArtifactRefusedException">It is not, or has not.</exception>
    Task<Artifact> VerifyAsync(Artifact artifact, long maxUnpackedBytes, CancellationToken cancellationToken);
}
