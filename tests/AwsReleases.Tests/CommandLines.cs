using BlueGreenServerless.AwsStand;
using BlueGreenServerless.AwsStand.Sites;
using BlueGreenServerless.AwsStand.Template;
using BlueGreenServerless.Testing.Cli;
using BlueGreenServerless.Testing.Hosts;

namespace BlueGreenServerless.AwsReleases.Tests;

/// <summary>Releases from the command line, which finds the deployment by what the template says of it.</summary>
public sealed class CommandLines(Account account)
{
    private readonly CloudAccount cloud = account.Cloud;

    [Fact]
    public async Task A_push_is_a_release_that_it_follows_to_its_end()
    {
        await using var app = await CloudApp.StartAsync(cloud, new AppPlan("site-push"));
        using var folder = new TemporaryDirectory();
        await File.WriteAllTextAsync(folder.Below("bluegreen.yaml"), app.File);
        string[] place = ["--deployment", ReleaseTemplate.Prefix];

        var doctor = await Bluegreen.RunAsync(folder.Path, ["doctor", "--engine", "aws", .. place]);
        var push = await Bluegreen.RunAsync(folder.Path, ["push", await app.PackAsync("2"), "--by", "ann", .. place]);
        var record = await cloud.EndAsync(app.Name);

        Assert.True(doctor.Code == 0, doctor.Output + doctor.Errors);
        Assert.True(push.Code == 0, push.Output + push.Errors);
        Assert.Contains("blue 75 % / green 25 %  (step 1 of 2)", push.Output, StringComparison.Ordinal);
        Assert.Contains("Version 2 of 'site-push' is live.", push.Output, StringComparison.Ordinal);
        await Proof.CompletedAsync(cloud, app, record, "2");
        Assert.Single(await cloud.Store.HistoryAsync(app.Name, 10, CancellationToken.None));
    }
}
