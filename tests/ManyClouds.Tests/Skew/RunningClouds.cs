using System.Security.Cryptography;
using System.Text.Json;
using BlueGreenServerless.Clouds.Aws;
using BlueGreenServerless.Clouds.DigitalOcean;
using BlueGreenServerless.Clouds.Ovh;
using BlueGreenServerless.Clouds.Ovh.Balancing;
using BlueGreenServerless.ManyClouds.Tests.Fronts;
using BlueGreenServerless.Serialization;
using BlueGreenServerless.Testing.Archives;
using BlueGreenServerless.Testing.Cli;
using BlueGreenServerless.Testing.HAProxy;
using BlueGreenServerless.Testing.Hosts;
using BlueGreenServerless.VirtualCloud.Machine;

namespace BlueGreenServerless.ManyClouds.Tests.Skew;

/// <summary>Twelve targets in four clouds in real time: behind each load balancer a real HAProxy, behind it two sites that answer their colour.</summary>
internal sealed class RunningClouds : IAsyncDisposable
{
    private const int Each = 3;

    private readonly TemporaryDirectory folder = new();
    private readonly TinySite blue = new("blue");
    private readonly TinySite green = new("green");
    private readonly DropletSites droplets = new(2 * Each);
    private readonly List<HaproxyHost> haproxys = [];
    private readonly AwsDouble aws;
    private readonly OvhDouble ovh;
    private readonly DigitalOceanDouble digitalOcean;

    private RunningClouds(AwsDouble aws, OvhDouble ovh, DigitalOceanDouble digitalOcean)
    {
        (this.aws, this.ovh, this.digitalOcean) = (aws, ovh, digitalOcean);
        Service = ovh.AddService("loadbalancer-0123456789abcdef");
    }

    public IReadOnlyList<Front> Fronts { get; private set; } = [];

    /// <summary>All targets at OVH are of this one service.</summary>
    public IpLoadBalancer Service { get; }

    private (int Blue, int Green) Ports => (blue.Port, green.Port);

    /// <param name="refresh">How long OVH takes for one.</param>
    public static async Task<RunningClouds> StartAsync(TimeSpan refresh)
    {
        var clouds = new RunningClouds(
            await AwsDouble.StartAsync(new AwsDoubleOptions { HealthInterval = TimeSpan.FromSeconds(1), Propagation = TimeSpan.FromMilliseconds(100) }),
            await OvhDouble.StartAsync(new OvhDoubleOptions { RefreshTakes = refresh }, withTraffic: true),
            await DigitalOceanDouble.StartAsync());
        try
        {
            await clouds.BuildAsync();
            return clouds;
        }
        catch
        {
            await clouds.DisposeAsync();
            throw;
        }
    }

    /// <summary>A release from the command line, to its end.</summary>
    public async Task<BluegreenEnd> ReleaseAsync()
    {
        await File.WriteAllTextAsync(folder.Below("bluegreen.yaml"), UsersFile());
        var bytes = new TarFile().File("app.txt", "version 2").Gzipped();
        var artifact = folder.Write("shop-2.tar.gz", bytes);
        await File.WriteAllTextAsync($"{artifact}.sha256", $"{Convert.ToHexStringLower(SHA256.HashData(bytes))}  shop-2.tar.gz\n");
        var key = aws.Options.Keys[0];
        var environment = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["AWS_ENDPOINT_URL"] = aws.Url.AbsoluteUri, ["AWS_ACCESS_KEY_ID"] = key.Id, ["AWS_SECRET_ACCESS_KEY"] = key.Secret, ["AWS_REGION"] = aws.Options.Region,
        };
        return await Bluegreen.RunAsync(folder.Path, environment, ["release", artifact]);
    }

    public async ValueTask DisposeAsync()
    {
        await aws.DisposeAsync();
        await ovh.DisposeAsync();
        await digitalOcean.DisposeAsync();
        foreach (var host in haproxys)
        {
            await host.DisposeAsync();
        }

        await droplets.DisposeAsync();
        await blue.DisposeAsync();
        await green.DisposeAsync();
        LeftProcesses.Kill(folder.Path);
        folder.Dispose();
    }

    private async Task BuildAsync()
    {
        haproxys.AddRange(await Task.WhenAll(Numbers().Select(_ => HaproxyHost.StartAsync(Ports))));
        Fronts =
        [
            .. Numbers().Select(number => new AwsFront(aws, $"aws-{number}", new PlaceShape { Ports = Ports, Hosts = 1 })),
            .. Numbers().Select(number => new OvhFront(ovh, Service, $"ovh-{number}", Ports)),
            .. Numbers().Select(number => new DigitalOceanFront(digitalOcean, $"digitalocean-{number}", droplets.Port)),
            .. haproxys.Select((host, number) => new HaproxyFront(host, $"haproxy-{number + 1}")),
        ];
        await aws.StartTrafficAsync();
        await digitalOcean.StartTrafficAsync();
        await Service.PublishAsync();
        using var http = new HttpClient();
        foreach (var front in Fronts)
        {
            await Eventually.HoldsAsync(() => AnswersAsync(http, front.Users));
        }
    }

    private static IEnumerable<int> Numbers() => Enumerable.Range(1, Each);

    private static async Task<bool> AnswersAsync(HttpClient http, Uri users)
    {
        try
        {
            return await http.GetStringAsync(users) == "blue";
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }

    /// <summary>The user's file; what is written as JSON is YAML too.</summary>
    private string UsersFile() => $$"""
        app: shop
        strategy: { kind: all-at-once, bake: 3s, rollbackWindow: 0s }
        health: { healthyChecks: 1, interval: 1s, timeout: 2m }
        observe: { interval: 1s, probe: /, minRequests: 1, maxSlowdown: 1000 }
        install: { directory: {{folder.Below("hosts")}} }
        targets:
        {{string.Join('\n', Fronts.Select(Target))}}

        """;

    private string Target(Front front)
    {
        var router = ReleaseJson.FromElement<Dictionary<string, JsonElement>>(front.Router().Options);
        router["provider"] = ReleaseJson.ToElement(front.Router().Provider);
        var hosts = new { provider = "local", blue = new[] { Host(front, "blue") }, green = new[] { Host(front, "green") } };
        // the words of the file are not those of the document
        var options = JsonSerializer.Serialize(router).Replace("mapOnly", "map-only", StringComparison.Ordinal);
        return $"  - {{ name: {front.Name}, router: {options}, hosts: {JsonSerializer.Serialize(hosts)} }}";
    }

    private string Host(Front front, string color) => Directory.CreateDirectory(folder.Below("hosts", $"{front.Name}-{color}")).FullName;
}
