using System.Security.Cryptography;
using System.Text;
using Amazon.S3.Model;
using BlueGreenServerless.Documents;
using BlueGreenServerless.Failures;
using BlueGreenServerless.Providers.Aws.Store;
using BlueGreenServerless.Records;

namespace BlueGreenServerless.Providers.Tests.Aws;

public sealed class S3StorageTests : IAsyncLifetime
{
    private static readonly Uri _state = new("s3://releases");
    private AwsWorld? world;

    private S3Storage Storage => new(new Lazy<Providers.Aws.Clients.AwsAccount>(world!.Account));

    [Fact]
    public async Task A_file_is_read_whole_and_one_that_is_missing_is_none()
    {
        await PutAsync("config/shop.yaml", "app: shop  # ü\n");

        Assert.Equal("app: shop  # ü\n", await Storage.FindTextAsync(_state, "config/shop.yaml", default));
        Assert.Null(await Storage.FindTextAsync(_state, "config/blog.yaml", default));
    }

    [Theory]
    [InlineData("GetObject", "AccessDenied")]
    [InlineData(null, "NoSuchBucket")]
    public async Task A_bucket_that_cannot_be_read_is_no_missing_file(string? denied, string code)
    {
        if (denied is not null)
        {
            world!.Cloud.Faults.Deny("s3", denied);
        }

        var place = denied is null ? new Uri("s3://another") : _state;
        var refused = await Assert.ThrowsAsync<ProviderRefusedException>(() => Storage.FindTextAsync(place, "config/shop.yaml", default));

        Assert.Contains($"'{code}'", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_artifact_is_pinned_to_the_version_and_the_bytes_that_lie_there_now()
    {
        var version = await PutAsync("_bluegreen-shop/built/AbCd12", "first");

        var pinned = await Storage.PinAsync(new Artifact(new Uri("s3://releases/_bluegreen-shop/built/AbCd12"), "1.0"), default);
        await PutAsync("_bluegreen-shop/built/AbCd12", "second");

        Assert.Equal($"s3://releases/_bluegreen-shop/built/AbCd12?versionId={version}", pinned.Uri.AbsoluteUri);
        Assert.Equal((Digest("first"), 5), (pinned.Sha256, pinned.SizeBytes));
        Assert.Equal(pinned, await Storage.PinAsync(pinned, default));
    }

    [Fact]
    public async Task An_artifact_that_is_not_there_is_refused_by_its_address()
    {
        var refused = await Assert.ThrowsAsync<ArtifactRefusedException>(() => Storage.PinAsync(new Artifact(new Uri("s3://releases/shop/1/shop.tgz"), "1"), default));

        Assert.Contains("'s3://releases/shop/1/shop.tgz' does not exist", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task State_that_one_function_writes_another_one_reads()
    {
        var freeze = new Freeze("ann", "sale", new DateTimeOffset(2026, 11, 20, 0, 0, 0, TimeSpan.Zero));

        await Storage.Store(_state, TimeProvider.System).SetFreezeAsync("shop", freeze, default);

        Assert.Equal(freeze, await Storage.Store(_state, TimeProvider.System).FindFreezeAsync("shop", default));
        Assert.NotNull(world!.Cloud.Storage["releases"].Current("apps/shop/freeze.json"));
    }

    public async ValueTask InitializeAsync() => world = await AwsWorld.StartAsync();

    public ValueTask DisposeAsync() => world!.DisposeAsync();

    private static string Digest(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    private async Task<string> PutAsync(string key, string text) =>
        (await world!.Account.Storage.PutObjectAsync(new PutObjectRequest { BucketName = AwsWorld.Bucket, Key = key, ContentBody = text })).VersionId;
}
