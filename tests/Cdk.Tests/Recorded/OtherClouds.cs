using System.Runtime.Versioning;
using BlueGreenServerless.Clouds.Aws.SystemsManager;
using BlueGreenServerless.Clouds.DigitalOcean;
using BlueGreenServerless.Clouds.Ovh;
using BlueGreenServerless.Configuration;
using BlueGreenServerless.Documents;
using BlueGreenServerless.Functions.Trigger;
using BlueGreenServerless.Plans;
using BlueGreenServerless.Providers.Registry;
using BlueGreenServerless.Records;
using BlueGreenServerless.Serialization;
using BlueGreenServerless.Traffic;

namespace BlueGreenServerless.Cdk.Tests.Recorded;

/// <summary>
/// Functions for targets in other clouds, in which there is just enough for a function to get to all that it asks for. Each call has secrets of
/// its own, because clients of one process share what they have read, as functions do not.
/// </summary>
[SupportedOSPlatform("linux")]
internal sealed class OtherClouds : IAsyncDisposable
{
    private static readonly string[] Routers = ["ovh", "ovh-cloud", "digitalocean", "digitalocean-droplets"];
    private static readonly string[] Fleets = ["", "ovh-cloud", "digitalocean"];

    private readonly RecordedCloud cloud;
    private readonly OvhDouble ovh;
    private readonly DigitalOceanDouble ocean;
    private OtherSites? site;

    private OtherClouds(RecordedCloud cloud, OvhDouble ovh, DigitalOceanDouble ocean) => (this.cloud, this.ovh, this.ocean) = (cloud, ovh, ocean);

    public static async Task<OtherClouds> StartAsync(RecordedCloud cloud)
    {
        var others = new OtherClouds(cloud, await OvhDouble.StartAsync(), await DigitalOceanDouble.StartAsync());
        others.site = new OtherSites(others.ovh, others.ocean);
        await others.ovh.AddService(OtherSites.Service).PublishAsync();
        cloud.Aws.Nodes.Add("mi-00000000000000001", "/", ("Role", "balancer")).Script = (_, _) => Task.FromResult(new ScriptEnd(0, OtherSites.SplitOfBalancer, "", false));
        var grant = await cloud.Store.AcquireLockAsync("shop", "test", TimeSpan.FromMinutes(1), default);
        await cloud.Store.SetLiveAsync("shop", new LivePointer("shop", "shop-1", "1", DateTimeOffset.UnixEpoch, DateTimeOffset.UnixEpoch), grant, default);
        await cloud.Store.ReleaseLockAsync(grant, default);
        return others;
    }

    /// <summary>Every stage with every provider that its function may meet; gives the names of the functions.</summary>
    public async Task<IReadOnlyList<string>> WalkAsync()
    {
        // first of all, because Rollback takes the lock of a release that it finds without one
        var called = await RetireAsync();
        foreach (var router in Routers)
        {
            foreach (var stage in new[] { "Inspect", "CheckHealth", "SmokeTest", "ShiftTraffic", "Rollback" })
            {
                called.Add(await CallAsync($"{stage}-{router}", router));
            }

            foreach (var fleet in Fleets)
            {
                called.Add(await CallAsync($"Prepare-{router}", router, fleet));
            }

            foreach (var metrics in Routers)
            {
                called.Add(await CallAsync($"Observe-{metrics}", router, metrics: metrics));
            }

            called.Add(await CallAsync("Deploy-ssm", router));
            called.Add(await CallAsync("Abandon-ssm", router));
        }

        return [.. called.Distinct(StringComparer.Ordinal)];
    }

    public async ValueTask DisposeAsync()
    {
        await ovh.DisposeAsync();
        await ocean.DisposeAsync();
    }

    /// <summary>The old colour has no traffic, as after a release, so that it is scaled in.</summary>
    private async Task<List<string>> RetireAsync()
    {
        var called = new List<string>();
        foreach (var (router, fleet) in Routers.SelectMany(router => Fleets.Select(fleet => (router, fleet))))
        {
            called.Add(await CallAsync("Retire-ssm", router, fleet, live: Color.Green));
        }

        return called;
    }

    private async Task<string> CallAsync(string function, string router, string fleet = "", string metrics = "ovh", Color live = Color.Blue)
    {
        var own = $"{function}-{router}-{fleet}-{metrics}";
        Put($"/bluegreen/ovh/{own}/key", ovh.Options.ApplicationKey);
        Put($"/bluegreen/ovh/{own}/secret", ovh.Options.ApplicationSecret);
        Put($"/bluegreen/ovh/{own}/consumer", ovh.Options.ConsumerKey);
        Put($"/bluegreen/digitalocean/{own}/token", ocean.Options.Tokens[0]);
        var branch = Branch(own, router, fleet, metrics);
        branch = branch.With(branch.Target with { Live = live });
        try
        {
            var target = (await cloud.RunAsync<TargetRelease>(function, branch)).Target;
            TestContext.Current.TestOutputHelper!.WriteLine($"{own}: {target.Failure?.Cause ?? target.Retire?.Why ?? "done"}");
        }
        catch (Exception refused) when (refused is Failures.ReleaseException or System.Text.Json.JsonException)
        {
            // there is little in these clouds: what the function read on the way is what counts
            TestContext.Current.TestOutputHelper!.WriteLine($"{own}: {refused.Message}");
        }

        return "bluegreen-" + function;
    }

    private void Put(string name, string value) => cloud.Aws.Parameters.Put(name, value, secure: true);

    private TargetRelease Branch(string own, string router, string fleet, string metrics)
    {
        var plan = new ConfigurationReader(ProviderRegistry.Discover().All).Parse(Configuration(own, router, fleet, metrics), "bluegreen.yaml").OrThrow();
        var artifact = new Artifact(new Uri("s3://artifacts/shop/1/shop.tar.gz"), "1", new string('0', 64), 1);
        var release = InitialDocument.Of(new ReleaseRequest(plan, artifact, "ann"), "shop-1", TimeProvider.System.GetUtcNow());
        var target = release.Targets[0] with { Split = TrafficSplit.All(Color.Blue), SeenHealthy = true, Snapshot = ReleaseJson.ToElement(new { }) };
        return new TargetRelease
        {
            Header = release.Header, Plan = plan, Lock = release.Lock, Progress = release.Progress with { ShiftStarted = true, Percent = 100 }, Target = target, Index = 0,
        };
    }

    private string Configuration(string own, string router, string fleet, string metrics) => $$"""
        app: shop
        strategy: { kind: all-at-once, retire: {{(fleet.Length > 0 ? "scale-in" : "keep")}} }
        smoke: [ { path: / } ]
        observe: { probe: / }
        install: { directory: /srv/shop, hooks: { start: ["true"] } }
        targets:
          - name: web
            router: {{Router(own, router)}}
            hosts: { provider: ssm, blue: "tag:Environment=Blue", green: "tag:Environment=Green" }
            metrics: {{Router(own, metrics)}}
            {{(fleet.Length > 0 ? $"fleet: {Fleet(own, fleet)}" : "")}}

        """;

    private string Router(string own, string provider) => $"{{ provider: {provider}, {site!.Router(provider)}, {(provider.StartsWith("ovh", StringComparison.Ordinal) ? Ovh(own) : Ocean(own))} }}";

    private string Fleet(string own, string provider) => $"{{ provider: {provider}, {site!.Fleet(provider)}, {(provider == "ovh-cloud" ? Ovh(own) : Ocean(own))} }}";

    private string Ovh(string own) =>
        $"endpoint: \"{ovh.Endpoint}\", credentials: {{ applicationKey: \"ssm:/bluegreen/ovh/{own}/key\", applicationSecret: \"ssm:/bluegreen/ovh/{own}/secret\", consumerKey: \"ssm:/bluegreen/ovh/{own}/consumer\" }}";

    private string Ocean(string own) => $"api: \"{ocean.Url.AbsoluteUri.TrimEnd('/')}\", token: \"ssm:/bluegreen/digitalocean/{own}/token\"";
}
