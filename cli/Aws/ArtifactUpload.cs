using System.Net;
using Amazon.S3;
using Amazon.S3.Model;
using Amazon.S3.Transfer;
using BlueGreenServerless.Cli.Running;
using BlueGreenServerless.Documents;
using BlueGreenServerless.Failures;
using BlueGreenServerless.Functions.Hosting;
using BlueGreenServerless.Functions.Hosting.Triggers;
using BlueGreenServerless.Providers.Aws.Clients;
using BlueGreenServerless.Rules;
using BlueGreenServerless.Verdicts;
using InvalidRequestException = BlueGreenServerless.Failures.InvalidRequestException;

namespace BlueGreenServerless.Cli.Aws;

/// <summary>
/// Puts an artifact where uploads are released from, with its digest as metadata. The upload's own event asks for the same release under the
/// same name, so it does not matter who is first.
/// </summary>
/// <remarks>
/// <list type="table">
/// <listheader><term>finding</term><description>what happens</description></listheader>
/// <item><term>the key has the same bytes, and their release is not over, is live, or was never asked for</term><description>nothing is uploaded: that version of the object is meant</description></item>
/// <item><term>the key has the same bytes, and their release failed or was followed by another</term><description>uploaded again: a new version of the object is a new release</description></item>
/// <item><term>other bytes, or none</term><description>uploaded, in parts when it is large</description></item>
/// <item><term>the bucket keeps no versions</term><description>refused</description></item>
/// </list>
/// </remarks>
internal sealed class ArtifactUpload(IAmazonS3 storage, HostSettings settings)
{
    private const string DigestKey = "sha256";

    private string Bucket => settings.Artifacts.Host;

    public async Task<Artifact> RunAsync(AppSession session, Artifact verified, CancellationToken cancellationToken)
    {
        var key = KeyOf(session.App, verified);
        if (await FindAsync(key, verified.Sha256!, cancellationToken) is { } there && await IsMeantAsync(session, Pinned(key, there, verified), cancellationToken))
        {
            return Pinned(key, there, verified);
        }

        var version = await UploadAsync(key, verified, cancellationToken) ?? throw new ProviderRefusedException(
            $"The bucket '{Bucket}' keeps no versions of its objects. An artifact must not change under a release. Switch versioning on, or deploy the stack again.");
        var uploaded = Pinned(key, version, verified);
        session.Output.Happened(
            "uploaded", new { bucket = Bucket, key = $"{key}", versionId = version, verified.Sha256, verified.SizeBytes },
            $"Uploaded '{key}' ({verified.SizeBytes} bytes, SHA-256 {verified.Sha256![..12]}…).");
        return uploaded;
    }

    private static ArtifactKey KeyOf(string app, Artifact artifact)
    {
        var file = Path.GetFileName(artifact.Uri.LocalPath);
        return ArtifactKey.TryParse($"{app}/{artifact.Version}/{file}") ?? throw new InvalidRequestException(
            $"The artifact '{file}' of version '{artifact.Version}' cannot be uploaded under its name. Allowed is {ArtifactKey.Allowed}. Rename the file.");
    }

    /// <summary>Without the digest: an upload's event does not know it, and the name of a release follows from all that it is asked with.</summary>
    private Artifact Pinned(ArtifactKey key, string version, Artifact artifact) => new(new ArtifactAddress(settings.Artifacts).Of($"{key}", version), artifact.Version);

    /// <returns>The object's version when it has the same bytes.</returns>
    private Task<string?> FindAsync(ArtifactKey key, string digest, CancellationToken cancellationToken) => AwsCall.RunAsync($"looking at '{key}'", async () =>
    {
        try
        {
            var found = await storage.GetObjectMetadataAsync(new GetObjectMetadataRequest { BucketName = Bucket, Key = $"{key}" }, cancellationToken);
            return found.Metadata[DigestKey] == digest && found.VersionId is { Length: > 0 } and not "null" ? found.VersionId : null;
        }
        catch (AmazonS3Exception missing) when (missing.StatusCode == HttpStatusCode.NotFound)
        {
            return null;
        }
    });

    private static async Task<bool> IsMeantAsync(AppSession session, Artifact uploaded, CancellationToken cancellationToken)
    {
        var record = await session.Store.FindAsync(session.App, ReleaseName.Of(session.App, uploaded, attempt: 1), cancellationToken);
        return record is null or { Outcome: Outcome.Running }
            || (await session.Store.FindLiveAsync(session.App, cancellationToken))?.ReleaseId == record.Id;
    }

    private Task<string?> UploadAsync(ArtifactKey key, Artifact artifact, CancellationToken cancellationToken) => AwsCall.RunAsync($"uploading '{key}'", async () =>
    {
        using var transfer = new TransferUtility(storage);
        var request = new TransferUtilityUploadRequest { BucketName = Bucket, Key = $"{key}", FilePath = artifact.Uri.LocalPath, ContentType = "application/octet-stream" };
        request.Metadata.Add(DigestKey, artifact.Sha256);
        var answer = await transfer.UploadWithResponseAsync(request, cancellationToken);
        return answer.VersionId is { Length: > 0 } and not "null" ? answer.VersionId : null;
    });
}
