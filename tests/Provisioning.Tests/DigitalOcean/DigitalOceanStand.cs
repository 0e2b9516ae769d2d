using BlueGreenServerless.Clouds.Aws.Faults;
using BlueGreenServerless.Clouds.DigitalOcean;
using BlueGreenServerless.Provisioning.Tests.Harness;
using BlueGreenServerless.Testing.Hosts;

namespace BlueGreenServerless.Provisioning.Tests.DigitalOcean;

/// <summary>An account of DigitalOcean with somebody else's droplet in it, which has blue's tag, and an environment to make.</summary>
internal sealed class DigitalOceanStand : IProvisionStand
{
    public const string UserData = "#!/bin/sh\necho the-password-of-the-database\n";

    private static readonly string[] Reads = ["list", "get", "actions", "action"];

    private readonly TemporaryDirectory folder = new();

    private DigitalOceanStand(DigitalOceanDouble cloud)
    {
        Cloud = cloud;
        cloud.Droplets.Add("stranger-1", "env:blue");
        System.IO.File.WriteAllText(folder.Below("token"), cloud.Options.Tokens[0]);
        System.IO.File.WriteAllText(folder.Below("setup.sh"), UserData);
    }

    public DigitalOceanDouble Cloud { get; }

    public string File => folder.Below("environment.yaml");

    public string Folder => folder.Path;

    public FaultPlan Faults => Cloud.Faults;

    public int Writes => Cloud.Calls.Where(call => call.Key.Split(':') is [var service, var operation] && IsWrite(service, operation)).Sum(call => call.Value);

    /// <summary>Everything quick.</summary>
    public static DigitalOceanDoubleOptions Quick { get; } = new() { ActionTime = TimeSpan.FromMilliseconds(30), BalancerTime = TimeSpan.FromMilliseconds(30), CallsPerMinute = 5000 };

    /// <summary>Names of the droplets that are there, a stranger's among them.</summary>
    public IEnumerable<string> Names => Cloud.Droplets.All.Select(droplet => droplet.Name).Order(StringComparer.Ordinal);

    /// <summary>Two droplets of each colour before a managed load balancer.</summary>
    public static Task<DigitalOceanStand> ManagedAsync(DigitalOceanDoubleOptions? options = null) => StartAsync(options, """
          - provider: digitalocean
            loadBalancer: { rules: [{ fromPort: 80, toPort: 8080 }], check: { port: 8080, path: /health } }
        """);

    /// <summary>Two droplets of each colour, and one for HAProxy, with another size.</summary>
    public static Task<DigitalOceanStand> OwnAsync(DigitalOceanDoubleOptions? options = null) => StartAsync(options, """
          - provider: digitalocean-droplets
            port: 8080
            balancers: role:loadbalancer
            balancerDroplets: { region: nyc3, size: s-1vcpu-1gb, image: debian-12-x64 }
            balancersThrough: { provider: ssh, user: root }
            balancer: { provider: haproxy, binds: ["*:80"] }
        """);

    public bool IsWrite(string service, string operation) => !Reads.Contains(operation, StringComparer.Ordinal);

    public string There() => string.Join('\n', Cloud.Droplets.All.Select(droplet => $"droplet {droplet.Name} {droplet.Status} {droplet.Request["size"]} {droplet.Request["region"]} {droplet.Request["image"]} [{string.Join(' ', droplet.TagNames)}] {droplet.Request["user_data"]?.ToString().Length}")
        .Concat(Cloud.Balancers.All.Select(balancer => $"load balancer {balancer.Settings["name"]} {balancer.Tag} {balancer.Settings["forwarding_rules"]?.ToJsonString()} {balancer.Settings["health_check"]?.ToJsonString()}"))
        .Order(StringComparer.Ordinal));

    /// <summary>Writes the file again with other words.</summary>
    public void Change(string from, string to)
    {
        var text = System.IO.File.ReadAllText(File);
        System.IO.File.WriteAllText(File, text.Contains(from, StringComparison.Ordinal) ? text.Replace(from, to, StringComparison.Ordinal) : throw new ArgumentException($"The file has no '{from}'.", nameof(from)));
    }

    public async ValueTask DisposeAsync()
    {
        await Cloud.DisposeAsync();
        folder.Dispose();
    }

    private static async Task<DigitalOceanStand> StartAsync(DigitalOceanDoubleOptions? options, string environment)
    {
        var stand = new DigitalOceanStand(await DigitalOceanDouble.StartAsync(options ?? Quick));
        await System.IO.File.WriteAllTextAsync(stand.File, $$"""
            environments:
            {{environment}}
                name: shop
                blue: env:blue
                green: env:green
                each: 2
                droplets:
                  region: nyc3
                  size: s-2vcpu-4gb
                  image: debian-12-x64
                  sshKeys: ["289794"]
                  userData: file:{{stand.folder.Below("setup.sh")}}
                through: { provider: ssh, user: deploy }
                api: {{stand.Cloud.Url.AbsoluteUri.TrimEnd('/')}}
                token: file:{{stand.folder.Below("token")}}

            """);
        return stand;
    }
}
