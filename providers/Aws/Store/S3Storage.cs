using System.Net;
using System.Security.Cryptography;
using Amazon.S3;
using Amazon.S3.Model;
using BlueGreenServerless.Documents;
using BlueGreenServerless.Failures;
using BlueGreenServerless.Ports;
using BlueGreenServerless.Providers.Aws.Artifacts;
using BlueGreenServerless.Providers.Aws.Clients;

namespace BlueGreenServerless.Providers.Aws.Store;

/// <summary>State, the users' files and artifacts in S3: <c>s3://bucket</c>, in the account that the function runs in.</summary>
public sealed class S3Storage : IStorage
{
    private readonly Lazy<AwsAccount> account;

    public S3Storage()
        : this(new Lazy<AwsAccount>(() => new AwsAccount(new AwsPlace(), TimeProvider.System)))
    {
    }

    public S3Storage(Lazy<AwsAccount> account) => this.account = account;

    public string Scheme => "s3";

    private IAmazonS3 Objects => account.Value.Storage;

    public IReleaseStore Store(Uri place, TimeProvider time) => new S3ReleaseStore(Objects, place.Host, "", time);

    public INotes Notes(Uri place, TimeProvider time) => new S3Notes(Objects, place.Host, time);

    public IArtifacts Artifacts(TimeProvider time) => new S3Artifacts(Objects, Path.GetTempPath());

    public Task<string?> FindTextAsync(Uri place, string path, CancellationToken cancellationToken) => AwsCall.RunAsync(
        $"reading '{path}'",
        async () =>
        {
            try
            {
                using var answer = await Objects.GetObjectAsync(new GetObjectRequest { BucketName = place.Host, Key = path }, cancellationToken);
                using var reader = new StreamReader(answer.ResponseStream);
                return await reader.ReadToEndAsync(cancellationToken);
            }
            catch (AmazonS3Exception missing) when (missing.StatusCode == HttpStatusCode.NotFound && missing.ErrorCode != "NoSuchBucket")
            {
                return null;
            }
        });

    public Task<Artifact> PinAsync(Artifact artifact, CancellationToken cancellationToken) => AwsCall.RunAsync(
        $"reading '{artifact.Uri}'",
        async () =>
        {
            var address = S3Address.Parse(artifact.Uri);
            try
            {
                var request = new GetObjectRequest { BucketName = address.Bucket, Key = address.Key, VersionId = address.VersionId };
                using var answer = await Objects.GetObjectAsync(request, cancellationToken);
                var digest = Convert.ToHexStringLower(await SHA256.HashDataAsync(answer.ResponseStream, cancellationToken));
                return artifact with { Uri = (address with { VersionId = answer.VersionId ?? address.VersionId }).ToUri(), Sha256 = digest, SizeBytes = answer.ContentLength };
            }
            catch (AmazonS3Exception missing) when (missing.StatusCode == HttpStatusCode.NotFound)
            {
                throw new ArtifactRefusedException($"The artifact '{address}' does not exist. It must be an object of that bucket. Upload it, or correct the address.", missing);
            }
        });
}
