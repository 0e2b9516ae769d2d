using System.Security.Cryptography;
using Amazon.S3.Model;
using BlueGreenServerless.Documents;
using BlueGreenServerless.Failures;
using BlueGreenServerless.Providers.Aws.Artifacts;
using BlueGreenServerless.Testing.Archives;
using BlueGreenServerless.Testing.Hosts;

namespace BlueGreenServerless.Providers.Tests.Aws;

public sealed class S3ArtifactsVerify : IAsyncLifetime
{
    private const long MiB = 1024 * 1024;
    private static readonly byte[] Good = new TarFile().File("bin/app", "hello").Gzipped();

    private readonly TemporaryDirectory directory = new();
    private AwsWorld? world;

    private static string GoodDigest => Convert.ToHexStringLower(SHA256.HashData(Good));

    [Theory]
    [InlineData("tar path goes up")]
    [InlineData("tar link goes up")]
    [InlineData("tar bomb in one file")]
    public async Task A_hostile_archive_is_refused_by_its_address_and_leaves_no_file(string name)
    {
        var archive = HostileArchives.Make(name);
        await PutAsync("a.tar.gz", archive, Convert.ToHexStringLower(SHA256.HashData(archive)));

        var refused = await Assert.ThrowsAsync<ArtifactRefusedException>(() => VerifyAsync("s3://releases/a.tar.gz"));

        Assert.Contains("'s3://releases/a.tar.gz?versionId=", refused.Message, StringComparison.Ordinal);
        Assert.Empty(Directory.GetFiles(directory.Path));
    }

    [Fact]
    public async Task An_address_without_version_is_pinned_to_the_one_that_was_checked()
    {
        var version = await PutAsync("a b/app-1.0+x.tar.gz", Good, GoodDigest);

        var artifact = await VerifyAsync("s3://releases/a%20b/app-1.0%2Bx.tar.gz");
        await PutAsync("a b/app-1.0+x.tar.gz", [1, 2, 3], GoodDigest);

        Assert.Equal(new S3Address("releases", "a b/app-1.0+x.tar.gz", version), S3Address.Parse(artifact.Uri));
        Assert.Equal((GoodDigest, Good.Length), (artifact.Sha256, artifact.SizeBytes));
        Assert.Equal(GoodDigest, (await VerifyAsync(artifact.Uri.AbsoluteUri)).Sha256);
        Assert.Empty(Directory.GetFiles(directory.Path));
    }

    /// <summary>As CodePipeline leaves it: a zip file whose name does not say so.</summary>
    [Fact]
    public async Task A_key_without_an_ending_is_as_good()
    {
        var archive = new ZipFile().File("bin/app", "hello").Bytes();
        await PutAsync("_bluegreen-shop/built/AbCd12", archive, Convert.ToHexStringLower(SHA256.HashData(archive)));

        Assert.Equal(archive.Length, (await VerifyAsync("s3://releases/_bluegreen-shop/built/AbCd12")).SizeBytes);
    }

    [Fact]
    public async Task A_hostile_archive_without_an_ending_is_refused_too()
    {
        var archive = HostileArchives.Make("zip path goes up");
        await PutAsync("_bluegreen-shop/built/AbCd12", archive, Convert.ToHexStringLower(SHA256.HashData(archive)));

        await Assert.ThrowsAsync<ArtifactRefusedException>(() => VerifyAsync("s3://releases/_bluegreen-shop/built/AbCd12"));
    }

    [Fact]
    public async Task The_digest_may_lie_beside_the_artifact()
    {
        await PutAsync("a.tar.gz", Good, null);
        await PutAsync("a.tar.gz.sha256", System.Text.Encoding.ASCII.GetBytes($"{GoodDigest.ToUpperInvariant()}  a.tar.gz\n"), null);

        Assert.Equal(GoodDigest, (await VerifyAsync("s3://releases/a.tar.gz")).Sha256);
    }

    [Fact]
    public async Task Other_bytes_than_announced_are_refused()
    {
        await PutAsync("a.tar.gz", Good, new string('0', 64));

        var refused = await Assert.ThrowsAsync<ArtifactRefusedException>(() => VerifyAsync("s3://releases/a.tar.gz"));

        Assert.Contains($"'{GoodDigest}', not the announced '{new string('0', 64)}'", refused.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("s3://releases/missing.tar.gz", "does not exist")]
    [InlineData("s3://nobucket/a.tar.gz", "does not exist")]
    [InlineData("s3://releases/plain.tar.gz", "has no announced SHA-256")]
    [InlineData("s3://releases/", "is not in S3")]
    [InlineData("s3://releases", "is not in S3")]
    [InlineData("file:///a.tar.gz", "is not in S3")]
    [InlineData("s3://releases/a.tar.gz?x=1", "is not in S3")]
    [InlineData("s3://releases/a.tar.gz?versionId=1&x=2", "is not in S3")]
    [InlineData("s3://releases/wrong.tar.gz", "is none")]
    [InlineData("s3://releases/large.tar.gz", "Allowed are 1048576")]
    public async Task What_cannot_be_used_is_refused_with_the_reason(string address, string reason)
    {
        await PutAsync("plain.tar.gz", Good, null);
        await PutAsync("wrong.tar.gz", Good, "$(reboot)");
        await PutAsync("large.tar.gz", new byte[2 * MiB], GoodDigest);

        var refused = await Assert.ThrowsAsync<ArtifactRefusedException>(() => VerifyAsync(address));

        Assert.Contains(reason, refused.Message, StringComparison.Ordinal);
    }

    public async ValueTask InitializeAsync() => world = await AwsWorld.StartAsync();

    public async ValueTask DisposeAsync()
    {
        directory.Dispose();
        await world!.DisposeAsync();
    }

    private Task<Artifact> VerifyAsync(string address) =>
        new S3Artifacts(world!.Account.Storage, directory.Path).VerifyAsync(new Artifact(new Uri(address), "1.0"), MiB, CancellationToken.None);

    private async Task<string> PutAsync(string key, byte[] contents, string? digest)
    {
        var request = new PutObjectRequest { BucketName = AwsWorld.Bucket, Key = key, InputStream = new MemoryStream(contents) };
        if (digest is not null)
        {
            request.Metadata["sha256"] = digest;
        }

        return (await world!.Account.Storage.PutObjectAsync(request)).VersionId;
    }
}
