using Amazon.S3;
using Amazon.S3.Model;
using BlueGreenServerless.Clouds.Aws.Tests.Strangers;

namespace BlueGreenServerless.Clouds.Aws.Tests.S3;

public sealed class Conditions
{
    [Fact]
    public async Task If_none_match_writes_only_where_nothing_is()
    {
        await using var watched = await Watched.StartAsync();
        watched.Aws.Storage.Create("state");
        using var s3 = SdkClients.Storage(watched.Aws);

        await PutAsync(s3, "lock", "one", ifNoneMatch: "*");
        var second = await Assert.ThrowsAsync<AmazonS3Exception>(() => PutAsync(s3, "lock", "two", ifNoneMatch: "*"));
        await s3.DeleteObjectAsync("state", "lock");
        await PutAsync(s3, "lock", "three", ifNoneMatch: "*");

        Assert.Equal((412, "PreconditionFailed"), ((int)second.StatusCode, second.ErrorCode));
        Assert.Equal("three", await ReadAsync(s3, "lock"));
    }

    [Fact]
    public async Task If_match_writes_only_over_the_version_that_was_read()
    {
        await using var watched = await Watched.StartAsync();
        watched.Aws.Storage.Create("state");
        using var s3 = SdkClients.Storage(watched.Aws);

        var absent = await Assert.ThrowsAsync<AmazonS3Exception>(() => PutAsync(s3, "k", "x", ifMatch: "\"0\""));
        var first = await PutAsync(s3, "k", "one");
        var second = await PutAsync(s3, "k", "two", ifMatch: first.ETag);
        var late = await Assert.ThrowsAsync<AmazonS3Exception>(() => PutAsync(s3, "k", "three", ifMatch: first.ETag));
        var deletion = await Assert.ThrowsAsync<AmazonS3Exception>(() => s3.DeleteObjectAsync(new DeleteObjectRequest { BucketName = "state", Key = "k", IfMatch = first.ETag }));

        Assert.Equal((404, "NoSuchKey"), ((int)absent.StatusCode, absent.ErrorCode));
        Assert.Equal((412, "PreconditionFailed"), ((int)late.StatusCode, late.ErrorCode));
        Assert.Equal(412, (int)deletion.StatusCode);
        Assert.NotEqual(first.ETag, second.ETag);
        Assert.Equal("two", await ReadAsync(s3, "k"));
    }

    [Fact]
    public async Task Of_many_writers_at_once_one_wins()
    {
        await using var watched = await Watched.StartAsync();
        watched.Aws.Storage.Create("state");
        using var s3 = SdkClients.Storage(watched.Aws);

        var wins = await Task.WhenAll(Enumerable.Range(0, 20).Select(async writer =>
        {
            try
            {
                await PutAsync(s3, "lock", $"{writer}", ifNoneMatch: "*");
                return 1;
            }
            catch (AmazonS3Exception lost) when (lost.ErrorCode == "PreconditionFailed")
            {
                return 0;
            }
        }));

        Assert.Equal(1, wins.Sum());
    }

    [Fact]
    public async Task An_upload_is_told_to_EventBridge_as_often_as_it_delivers()
    {
        await using var watched = await Watched.StartAsync();
        watched.Aws.Storage.Create("artifacts");
        watched.Aws.Storage.Create("quiet", notifies: false);
        watched.Aws.Events.Deliveries = 2;
        var seen = new System.Collections.Concurrent.ConcurrentQueue<System.Text.Json.Nodes.JsonObject>();
        watched.Aws.Events.Subscribe(happened =>
        {
            seen.Enqueue(happened);
            return Task.CompletedTask;
        });
        using var s3 = SdkClients.Storage(watched.Aws);

        await s3.PutObjectAsync(new PutObjectRequest { BucketName = "quiet", Key = "k", ContentBody = "x" });
        var put = await s3.PutObjectAsync(new PutObjectRequest { BucketName = "artifacts", Key = "shop/1.zip", ContentBody = "zip" });
        await watched.Aws.Events.HandledAsync();

        Assert.Equal(2, seen.Count);
        Assert.Single(seen.Select(happened => happened["id"]!.ToString()).Distinct(StringComparer.Ordinal));
        var uploaded = seen.First()["detail"]!;
        Assert.Equal(("shop/1.zip", put.VersionId, 3), (uploaded["object"]!["key"]!.ToString(), uploaded["object"]!["version-id"]!.ToString(), (int)uploaded["object"]!["size"]!));
    }

    private static Task<PutObjectResponse> PutAsync(AmazonS3Client s3, string key, string body, string? ifMatch = null, string? ifNoneMatch = null) =>
        s3.PutObjectAsync(new PutObjectRequest { BucketName = "state", Key = key, ContentBody = body, IfMatch = ifMatch, IfNoneMatch = ifNoneMatch });

    private static async Task<string> ReadAsync(AmazonS3Client s3, string key)
    {
        using var got = await s3.GetObjectAsync("state", key);
        using var reader = new StreamReader(got.ResponseStream);
        return await reader.ReadToEndAsync();
    }
}
