using BlueGreenServerless.AwsStand;
using BlueGreenServerless.AwsStand.Sites;
using BlueGreenServerless.Testing.Sites;

namespace BlueGreenServerless.AwsReleases.Tests;

/// <summary>From an object in S3 to a new version for all users.</summary>
public sealed class Uploads(Account account)
{
    private readonly CloudAccount cloud = account.Cloud;

    [Fact]
    public async Task An_upload_is_released_by_canary_and_nobody_notices()
    {
        await using var app = await CloudApp.StartAsync(cloud, new AppPlan("shop-upload") { Example = StandApp.PerlShop, Hosts = 2, RequestsPerSecond = 20 });

        await app.PushAsync("2");
        var record = await cloud.EndAsync(app.Name);

        await Proof.CompletedAsync(cloud, app, record, "2");
        Assert.StartsWith("upload at ", record.Document.Header.By, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_version_that_does_not_pass_its_smoke_test_gets_no_traffic()
    {
        await using var app = await CloudApp.StartAsync(cloud, new AppPlan("shop-smoke") { Example = StandApp.PerlShop, RequestsPerSecond = 20 });

        await app.PushAsync("3", "smoke");
        var record = await cloud.EndAsync(app.Name);

        Assert.Equal(("Abandoned", "SmokeTestFailed"), (record.Outcome.ToString(), record.Failure!.Error));
        var report = await Proof.HoldsAsync(cloud, app);
        Assert.Null(report.Of("3"));
        Assert.Equal((100, 0), app.Traffic.Now);
    }
}
