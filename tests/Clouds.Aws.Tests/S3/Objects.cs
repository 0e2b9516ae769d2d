using System.Text.Json.Nodes;
using BlueGreenServerless.Clouds.Aws.Tests.Strangers;
using BlueGreenServerless.Testing.Hosts;

namespace BlueGreenServerless.Clouds.Aws.Tests.S3;

public sealed class Objects
{
    [Fact]
    public async Task An_object_with_metadata_comes_back_as_it_was_put()
    {
        using var files = new TemporaryDirectory();
        var body = files.Write("body", "hello"u8);
        await using var watched = await Watched.StartAsync();
        watched.Aws.Storage.Create("artifacts");

        var put = await watched.Command.JsonAsync("s3api", "put-object", "--bucket", "artifacts", "--key", "shop/a b+ü.zip", "--body", body, "--metadata", "digest=abc");
        var got = await watched.Command.JsonAsync("s3api", "get-object", "--bucket", "artifacts", "--key", "shop/a b+ü.zip", files.Below("back"));
        var head = await watched.Command.JsonAsync("s3api", "head-object", "--bucket", "artifacts", "--key", "shop/a b+ü.zip", "--version-id", put["VersionId"]!.ToString());

        Assert.Equal("hello", await File.ReadAllTextAsync(files.Below("back")));
        Assert.Equal(put["ETag"]!.ToString(), got["ETag"]!.ToString());
        Assert.Equal("abc", head["Metadata"]!["digest"]!.ToString());
        Assert.Equal(5, (int)head["ContentLength"]!);
    }

    [Fact]
    public async Task Copying_a_big_file_there_and_back_works_in_parts_and_ranges()
    {
        using var files = new TemporaryDirectory();
        var bytes = new byte[20_000_000];
        new Random(1).NextBytes(bytes);
        var file = files.Write("big", bytes);
        await using var watched = await Watched.StartAsync();
        watched.Aws.Storage.Create("artifacts");

        Assert.Equal((0, ""), await CopyAsync(watched, file, "s3://artifacts/big"));
        Assert.Equal((0, ""), await CopyAsync(watched, "s3://artifacts/big", files.Below("back")));

        Assert.Equal(bytes, await File.ReadAllBytesAsync(files.Below("back")));
        Assert.InRange(watched.Aws.Calls["s3:UploadPart"], 2, 4);
    }

    [Fact]
    public async Task A_deleted_object_is_gone_but_its_version_stays()
    {
        using var files = new TemporaryDirectory();
        await using var watched = await Watched.StartAsync();
        watched.Aws.Storage.Create("state");

        var put = await watched.Command.JsonAsync("s3api", "put-object", "--bucket", "state", "--key", "k", "--body", files.Write("b", "one"u8));
        var deleted = await watched.Command.JsonAsync("s3api", "delete-object", "--bucket", "state", "--key", "k");
        var failure = await watched.Command.FailureAsync("s3api", "get-object", "--bucket", "state", "--key", "k", files.Below("o"));
        await watched.Command.JsonAsync("s3api", "get-object", "--bucket", "state", "--key", "k", "--version-id", put["VersionId"]!.ToString(), files.Below("o"));
        var versions = await watched.Command.JsonAsync("s3api", "list-object-versions", "--bucket", "state");

        Assert.True((bool)deleted["DeleteMarker"]!);
        Assert.Contains("(NoSuchKey)", failure, StringComparison.Ordinal);
        Assert.Equal("one", await File.ReadAllTextAsync(files.Below("o")));
        Assert.True((bool)Assert.Single(versions["DeleteMarkers"]!.AsArray())!["IsLatest"]!);
    }

    [Fact]
    public async Task A_list_comes_in_pages_and_folders()
    {
        using var files = new TemporaryDirectory();
        await using var watched = await Watched.StartAsync(new AwsDoubleOptions { PageSize = 2 });
        var bucket = watched.Aws.Storage.Create("state");
        foreach (var key in new[] { "a/1", "a/2", "a/3", "b/1", "c d&<ü" })
        {
            await watched.Command.JsonAsync("s3api", "put-object", "--bucket", "state", "--key", key, "--body", files.Write("b", "one"u8));
        }

        var all = await watched.Command.JsonAsync("s3api", "list-objects-v2", "--bucket", "state");
        var folders = await watched.Command.JsonAsync("s3api", "list-objects-v2", "--bucket", "state", "--delimiter", "/");

        Assert.Equal(["a/1", "a/2", "a/3", "b/1", "c d&<ü"], all["Contents"]!.AsArray().Select(entry => entry!["Key"]!.ToString()));
        Assert.Equal(["a/", "b/"], folders["CommonPrefixes"]!.AsArray().Select(entry => entry!["Prefix"]!.ToString()));
        Assert.Equal(5, bucket.Versions().Count);
        Assert.Equal(5, watched.Aws.Calls["s3:ListObjectsV2"]);
    }

    [Fact]
    public async Task Bucket_settings_and_missing_buckets_are_told()
    {
        await using var watched = await Watched.StartAsync();
        watched.Aws.Storage.Create("state");

        Assert.Equal("Enabled", (await watched.Command.JsonAsync("s3api", "get-bucket-versioning", "--bucket", "state"))["Status"]!.ToString());
        Assert.NotNull((await watched.Command.JsonAsync("s3api", "get-bucket-notification-configuration", "--bucket", "state"))["EventBridgeConfiguration"]);
        await watched.Command.JsonAsync("s3api", "head-bucket", "--bucket", "state");
        Assert.IsType<JsonObject>(await watched.Command.JsonAsync("s3api", "list-buckets"));
        Assert.Contains("(404)", await watched.Command.FailureAsync("s3api", "head-bucket", "--bucket", "other"), StringComparison.Ordinal);
        Assert.Contains("(NoSuchBucket)", await watched.Command.FailureAsync("s3api", "list-objects-v2", "--bucket", "other"), StringComparison.Ordinal);
    }

    private static async Task<(int Code, string Error)> CopyAsync(Watched watched, string from, string to)
    {
        var run = await watched.Command.RunAsync("s3", "cp", "--only-show-errors", from, to);
        return (run.Code, run.Error);
    }
}
