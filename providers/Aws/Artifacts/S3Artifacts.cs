using System.Net;
using System.Security.Cryptography;
using System.Text.RegularExpressions;
using Amazon.S3;
using Amazon.S3.Model;
using BlueGreenServerless.Documents;
using BlueGreenServerless.Failures;
using BlueGreenServerless.Ports;
using BlueGreenServerless.Providers.Archives;
using BlueGreenServerless.Providers.Aws.Clients;

namespace BlueGreenServerless.Providers.Aws.Artifacts;

/// <summary>
/// Artifacts in S3: <c>s3://bucket/key?versionId=…</c>. The digest is the announced one, else the object's metadata <c>sha256</c>, else the
/// object <c>&lt;key&gt;.sha256</c>; it is compared with the bytes. An address without a version is pinned to the one that was checked.
/// </summary>
/// <param name="directory">Where the object is put while it is checked; it needs room for the artifact.</param>
public sealed partial class S3Artifacts(IAmazonS3 storage, string directory) : IArtifacts
{
    private const int LongestDigestFile = 16_384;

    public async Task<Artifact> VerifyAsync(Artifact artifact, long maxUnpackedBytes, CancellationToken cancellationToken)
    {
        var asked = S3Address.Parse(artifact.Uri);
        var head = await HeadAsync(asked, cancellationToken);
        var address = asked with { VersionId = asked.VersionId ?? Pinned(head.VersionId) };
        if (head.ContentLength > maxUnpackedBytes)
        {
            throw new ArtifactRefusedException(
                $"The artifact '{address}' has '{head.ContentLength}' bytes. Allowed are {maxUnpackedBytes} (install.maxUnpackedMiB), packed and unpacked. Make it smaller, or raise the limit.");
        }

        var announced = Checked(artifact.Sha256 ?? head.Metadata["sha256"] ?? await ReadDigestAsync(address, cancellationToken), address);
        var size = await CheckBytesAsync(address, announced, maxUnpackedBytes, cancellationToken);
        return artifact with { Uri = address.ToUri(), Sha256 = announced, SizeBytes = size };
    }

    private async Task<long> CheckBytesAsync(S3Address address, string announced, long maxBytes, CancellationToken cancellationToken)
    {
        var path = Path.Combine(directory, $"bluegreen-{RandomNumberGenerator.GetHexString(16)}{Path.GetExtension(address.Key)}");
        try
        {
            var actual = await DownloadAsync(address, path, cancellationToken);
            if (actual != announced)
            {
                throw new ArtifactRefusedException(
                    $"The artifact '{address}' has the SHA-256 '{actual}', not the announced '{announced}'. Only the announced bytes are released. Upload it again, or announce the right digest.");
            }

            await ArchiveCheck.RunAsync(path, $"{address}", maxBytes, cancellationToken);
            return new FileInfo(path).Length;
        }
        finally
        {
            File.Delete(path);
        }
    }

    private Task<string> DownloadAsync(S3Address address, string path, CancellationToken cancellationToken) => AwsCall.RunAsync(
        $"fetching '{address}'",
        async () =>
        {
            using var answer = await storage.GetObjectAsync(Request(address), cancellationToken);
            await using var file = new FileStream(path, FileMode.Create, FileAccess.ReadWrite);
            await answer.ResponseStream.CopyToAsync(file, cancellationToken);
            file.Position = 0;
            return Convert.ToHexStringLower(await SHA256.HashDataAsync(file, cancellationToken));
        });

    private async Task<GetObjectMetadataResponse> HeadAsync(S3Address address, CancellationToken cancellationToken)
    {
        try
        {
            var request = new GetObjectMetadataRequest { BucketName = address.Bucket, Key = address.Key, VersionId = address.VersionId };
            return await storage.GetObjectMetadataAsync(request, cancellationToken);
        }
        catch (AmazonS3Exception missing) when (missing.StatusCode is HttpStatusCode.NotFound or HttpStatusCode.MethodNotAllowed)
        {
            throw new ArtifactRefusedException($"The artifact '{address}' does not exist, or not in this version. It must be an object of that bucket. Upload it, or correct the address.", missing);
        }
        catch (Exception fault) when (AwsCall.IsOfAws(fault))
        {
            throw AwsCall.Translate($"looking at '{address}'", fault);
        }
    }

    /// <summary>The digest in <c>&lt;key&gt;.sha256</c>: alone, or followed by a name as <c>sha256sum</c> writes it.</summary>
    private async Task<string> ReadDigestAsync(S3Address artifact, CancellationToken cancellationToken)
    {
        var address = artifact with { Key = artifact.Key + ".sha256", VersionId = null };
        try
        {
            using var answer = await storage.GetObjectAsync(Request(address), cancellationToken);
            using var reader = new StreamReader(answer.ResponseStream);
            var text = answer.ContentLength <= LongestDigestFile ? await reader.ReadToEndAsync(cancellationToken) : "";
            return text.Trim().Split((char[])[' ', '\t', '\n', '\r'], 2)[0];
        }
        catch (AmazonS3Exception missing) when (missing.StatusCode == HttpStatusCode.NotFound)
        {
            throw new ArtifactRefusedException(
                $"The artifact '{artifact}' has no announced SHA-256. One is needed, given with the request, as metadata 'sha256' or in '{address}'. Upload it with: bluegreen push", missing);
        }
        catch (Exception fault) when (AwsCall.IsOfAws(fault))
        {
            throw AwsCall.Translate($"reading '{address}'", fault);
        }
    }

    private static GetObjectRequest Request(S3Address address) => new() { BucketName = address.Bucket, Key = address.Key, VersionId = address.VersionId };

    /// <summary>Buckets without versions call every version "null".</summary>
    private static string? Pinned(string? version) => version is null or "" or "null" ? null : version;

    private static string Checked(string digest, S3Address address) => Digest().IsMatch(digest)
        ? digest.ToLowerInvariant()
        : throw new ArtifactRefusedException(
            $"The SHA-256 '{(digest.Length > 100 ? digest[..100] : digest)}' of '{address}' is none. Allowed are 64 hexadecimal digits, alone or followed by a file name. Make it with sha256sum.");

    [GeneratedRegex(@"^[0-9A-Fa-f]{64}\z", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Digest();
}
