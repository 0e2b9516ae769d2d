using System.Text.Json.Nodes;
using BlueGreenServerless.AwsStand;
using BlueGreenServerless.AwsStand.Sites;
using BlueGreenServerless.Configuration;
using BlueGreenServerless.Documents;
using BlueGreenServerless.Functions.Trigger;
using BlueGreenServerless.Providers.Registry;
using BlueGreenServerless.Rules;
using BlueGreenServerless.Serialization;

namespace BlueGreenServerless.AwsReleases.Tests;

/// <summary>Releases that somebody asks for, with Debian's aws command.</summary>
public sealed class Requests(Account account)
{
    private readonly CloudAccount cloud = account.Cloud;

    [Fact]
    public async Task A_custom_event_starts_a_release()
    {
        await using var app = await CloudApp.StartAsync(cloud, new AppPlan("site-event"));
        var detail = new JsonObject { ["app"] = app.Name, ["version"] = "2", ["artifact"] = await app.PutAsideAsync("2"), ["sha256"] = await app.DigestAsync("2") };
        var entry = new JsonObject { ["Source"] = "ci.example", ["DetailType"] = "bluegreen.release.requested", ["Detail"] = detail.ToJsonString() };

        var answer = await new StrangerCommand(cloud).RunAsync("events", "put-events", "--entries", entry.ToJsonString());
        var record = await cloud.EndAsync(app.Name);

        Assert.Equal(0, (int)answer["FailedEntryCount"]!);
        await Proof.CompletedAsync(cloud, app, record, "2");
        Assert.Equal("event of ci.example", record.Document.Header.By);
    }

    [Fact]
    public async Task An_execution_that_is_started_by_hand_is_a_release()
    {
        await using var app = await CloudApp.StartAsync(cloud, new AppPlan("site-command"));
        var plan = new ConfigurationReader(ProviderRegistry.Discover().All).Parse(app.File, "bluegreen.yaml").OrThrow();
        var artifact = new Artifact(new Uri(await app.PutAsideAsync("2")), "2", await app.DigestAsync("2"));
        var name = ReleaseName.Of(app.Name, artifact, 1);
        var document = InitialDocument.Of(new ReleaseRequest(plan, artifact, "ann"), name, cloud.Clock.GetUtcNow());

        await new StrangerCommand(cloud).RunAsync(
            "stepfunctions", "start-execution", "--state-machine-arn", cloud.MachineArn("release"), "--name", name, "--input", ReleaseJson.ToElement(document).GetRawText());
        var record = await cloud.EndAsync(app.Name);

        await Proof.CompletedAsync(cloud, app, record, "2");
        Assert.Equal(name, record.Id);
    }
}
