using BlueGreenServerless.Cli.Running;
using BlueGreenServerless.Documents;
using BlueGreenServerless.Failures;
using BlueGreenServerless.Plans;

namespace BlueGreenServerless.Cli.Folder;

/// <summary>The artifacts of a folder that have not been asked for yet.</summary>
internal sealed class Arrivals(MachineSession session, string directory, ReleaseConfiguration configuration)
{
    private const string DigestEnding = ".sha256";
    private static readonly TimeSpan _settled = TimeSpan.FromSeconds(5);

    /// <summary>What was said or asked about a file, by its path and its state then: a file that changes is looked at again.</summary>
    private readonly HashSet<string> _done = new(StringComparer.Ordinal);

    /// <summary>Asks for the release of every artifact that has arrived whole, the oldest first.</summary>
    public async Task RequestNewAsync(CancellationToken cancellationToken)
    {
        foreach (var digest in new DirectoryInfo(directory).EnumerateFiles("*" + DigestEnding).OrderBy(file => file.LastWriteTimeUtc).ToList())
        {
            var artifact = new FileInfo(digest.FullName[..^DigestEnding.Length]);
            var state = $"{artifact.FullName} {artifact.Exists} {(artifact.Exists ? artifact.Length : 0)} {(artifact.Exists ? artifact.LastWriteTimeUtc.Ticks : 0)} {digest.LastWriteTimeUtc.Ticks}";
            if (artifact.Exists && !_done.Contains(state) && await RequestAsync(artifact, digest, cancellationToken))
            {
                _done.Add(state);
            }
        }
    }

    /// <returns>False when the file may still be growing: it is looked at again.</returns>
    private async Task<bool> RequestAsync(FileInfo artifact, FileInfo digest, CancellationToken cancellationToken)
    {
        try
        {
            var verified = await ReleaseRequests.VerifiedAsync(configuration, artifact.FullName, version: null, sha256: null, cancellationToken);
            var asked = await session.Trigger.ReleaseAsync(new ReleaseRequest(configuration, verified, $"folder {directory}"), cancellationToken);
            session.Output.Happened("asked", new { artifact = artifact.FullName, asked }, $"{artifact.Name}: {asked.Message}");
            return true;
        }
        catch (ArtifactRefusedException) when (IsYoung(artifact) || IsYoung(digest))
        {
            return false;
        }
        catch (ReleaseException refused)
        {
            session.Output.Happened(
                "refused", new { artifact = artifact.FullName, error = refused.GetType().Name, refused.Message }, $"{artifact.Name} is not released: {refused.Message}");
            return true;
        }
    }

    private bool IsYoung(FileInfo file) => session.App.Time.GetUtcNow().UtcDateTime - file.LastWriteTimeUtc < _settled;
}
