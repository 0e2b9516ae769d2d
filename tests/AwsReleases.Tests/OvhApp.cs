using BlueGreenServerless.AwsStand;
using BlueGreenServerless.AwsStand.Sites;
using BlueGreenServerless.AwsStand.Template;
using BlueGreenServerless.Clouds.Ovh;
using BlueGreenServerless.Clouds.Ovh.Balancing;
using BlueGreenServerless.Testing.Hosts;
using BlueGreenServerless.Testing.Net;
using BlueGreenServerless.Testing.Sites;

namespace BlueGreenServerless.AwsReleases.Tests;

/// <summary>
/// An app at OVH that is released from AWS: its load balancer is OVH's, its machines are hybrid nodes of Systems Manager, its credentials lie in
/// Parameter Store. Version 1 is live on blue.
/// </summary>
internal sealed class OvhApp : IAsyncDisposable
{
    private const string Folder = "/bluegreen/ovh/site";

    private readonly TemporaryDirectory files = new();
    private readonly CloudAccount account;
    private readonly OvhDouble ovh;
    private readonly IpLoadBalancer service;
    private readonly int[] ports = [.. FreePort.Next(2)];
    private readonly long preview;

    private OvhApp(CloudAccount account, OvhDouble ovh)
    {
        (this.account, this.ovh, service) = (account, ovh, ovh.AddService("loadbalancer-0123456789"));
        (Blue, Green) = (service.AddFarm("blue", [ports[0]]), service.AddFarm("green", [ports[1]]));
        (Users, preview) = (service.AddFrontend("users", "80", Blue), service.AddFrontend("preview", "8888", Blue));
    }

    public string Name => ReleaseTemplate.Probed;

    /// <summary>Of the deployment's probe.</summary>
    public string Alarm => $"{ReleaseTemplate.Prefix}-{Name}-Probe";

    public long Blue { get; }

    public long Green { get; }

    /// <summary>The farm that users reach.</summary>
    public long? Live => service.FarmOf(Users);

    public int UserPort => service.PortOf($"http/frontend/{Users}");

    private long Users { get; }

    public static async Task<OvhApp> StartAsync(CloudAccount account)
    {
        var app = new OvhApp(account, await OvhDouble.StartAsync(new OvhDoubleOptions { Clock = account.Clock }, withTraffic: true));
        try
        {
            await app.SetUpAsync();
            return app;
        }
        catch
        {
            await app.DisposeAsync();
            throw;
        }
    }

    /// <summary>Its upload starts a release.</summary>
    public async Task PushAsync(string version)
    {
        var file = await StandApp.CService.PackAsync(version, "none", files.Path);
        var key = $"{Name}/{version}/{Path.GetFileName(file)}";
        await account.PutFileAsync(account.ArtifactBucket, key + ".sha256", file + ".sha256");
        await account.PutFileAsync(account.ArtifactBucket, key, file);
    }

    /// <summary>The application of green ends, and users get the load balancer's error.</summary>
    public Task BreakGreenAsync() => StandApp.StopAsync(Site("Green"));

    public async ValueTask DisposeAsync()
    {
        foreach (var site in new[] { Site("Blue"), Site("Green") }.Where(Directory.Exists))
        {
            await StandApp.StopAsync(site);
        }

        await ovh.DisposeAsync();
        LeftProcesses.Kill(files.Path);
        files.Dispose();
    }

    private string Site(string color) => files.Below("hosts", color);

    private async Task SetUpAsync()
    {
        var tools = await NodeTools.MakeAsync(account.Aws, files.Below("bin"));
        foreach (var (color, port, number) in new[] { ("Blue", ports[0], 1), ("Green", ports[1], 2) })
        {
            Directory.CreateDirectory(Site(color));
            await File.WriteAllTextAsync(Path.Combine(Site(color), "site.env"), StandApp.CService.Settings(files.Path, port));
            tools.Give(account.Aws.Nodes.Add($"mi-0000000000000000{number}", Site(color), ("Environment", color), (Name, color)));
        }

        await StandApp.CService.InstallFirstAsync(await StandApp.CService.PackAsync("1", "none", files.Path), Site("Blue"));
        await service.PublishAsync();
        account.Aws.Parameters.Put($"{Folder}/key", ovh.Options.ApplicationKey, secure: true);
        account.Aws.Parameters.Put($"{Folder}/secret", ovh.Options.ApplicationSecret + "\n", secure: true); // as from a file
        account.Aws.Parameters.Put($"{Folder}/consumer", ovh.Options.ConsumerKey, secure: true);
        await account.PutTextAsync(account.StateBucket, $"config/{Name}.yaml", Yaml());
        await Answering.UntilAsync(UserPort);
    }

    private string Yaml() =>
        $$"""
        app: {{Name}}
        strategy: { kind: all-at-once, bake: 2s, rollbackWindow: 24h }
        health: { path: /health, healthyChecks: 1, interval: 1s, timeout: 2m }
        smoke: [ { path: /, contains: "v{{"{{version}}"}}" } ]
        observe: { interval: 1s, minRequests: 5, probe: /health, noDataDeadline: 2m, alarms: [{{Alarm}}] }
        install:
          directory: /srv/{{Name}}
          hooks: { stop: ["bin/stop"], start: ["bin/start"], verify: ["bin/verify"] }
        deadlines: { deploy: 2m, prepare: 2m, rollback: 2m }
        targets:
          - name: web
            address: http://127.0.0.1:{{UserPort}}
            router:
              provider: ovh
              endpoint: {{ovh.Endpoint}}
              credentials: { applicationKey: "ssm:{{Folder}}/key", applicationSecret: "ssm:{{Folder}}/secret", consumerKey: "ssm:{{Folder}}/consumer" }
              service: {{service.Name}}
              frontends: [ { frontend: {{Users}}, blue: {{Blue}}, green: {{Green}}, preview: {{preview}} } ]
              previewAddress: http://127.0.0.1:{{service.PortOf($"http/frontend/{preview}")}}
            hosts: { provider: ssm, blue: "tag:{{Name}}=Blue", green: "tag:{{Name}}=Green" }
            metrics: { provider: cloudwatch }

        """;
}
