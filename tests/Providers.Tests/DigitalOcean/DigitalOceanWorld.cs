using System.Net;
using BlueGreenServerless.Clouds.DigitalOcean;
using BlueGreenServerless.Clouds.DigitalOcean.Droplets;
using BlueGreenServerless.Plans;
using BlueGreenServerless.Ports;
using BlueGreenServerless.Providers.DigitalOcean.Clients;
using BlueGreenServerless.Providers.Registry;
using BlueGreenServerless.Testing.HAProxy;
using BlueGreenServerless.Testing.Hosts;
using BlueGreenServerless.Testing.Net;

namespace BlueGreenServerless.Providers.Tests.DigitalOcean;

/// <summary>An account on loopback with the token in a file, and real sites on its droplets.</summary>
internal sealed class DigitalOceanWorld : IAsyncDisposable
{
    public const string Blue = "env:blue";
    public const string Green = "env:green";

    private readonly TemporaryDirectory folder = new();
    private readonly List<TinySite> sites = [];

    private DigitalOceanWorld(DigitalOceanDouble cloud)
    {
        Cloud = cloud;
        File.WriteAllText(folder.Below("token"), cloud.Options.Tokens[0] + "\n");
        Token = SecretReference.TryParse($"file:{folder.Below("token")}")!;
        Account = new DigitalOceanAccount(new DigitalOceanPlace(cloud.Url, Token) { Pause = TimeSpan.FromMilliseconds(10) }, TimeProvider.System);
    }

    public DigitalOceanDouble Cloud { get; }

    public DigitalOceanAccount Account { get; }

    public SecretReference Token { get; }

    public string Folder => folder.Path;

    public string Api => Cloud.Url.AbsoluteUri.TrimEnd('/');

    /// <summary>Port of the application on every droplet.</summary>
    public int Port { get; } = FreePort.Next();

    public static async Task<DigitalOceanWorld> StartAsync(DigitalOceanDoubleOptions? options = null) => new(await DigitalOceanDouble.StartAsync(options));

    public int Calls(string operation) => Cloud.Calls.GetValueOrDefault(operation);

    /// <summary>A droplet with a site that answers its name on its public or private address.</summary>
    public (DropletDouble Droplet, TinySite Site) AddSite(string name, string tag, bool isPrivate = false)
    {
        var droplet = Cloud.Droplets.Add(name, tag);
        var site = new TinySite(name, IPAddress.Parse((isPrivate ? droplet.Private : droplet.Public)!), Port);
        sites.Add(site);
        return (droplet, site);
    }

    /// <summary>A context with the providers that there are.</summary>
    public static PortContext Context()
    {
        var registry = ProviderRegistry.Discover();
        PortContext? context = null;
        return context = new PortContext(TimeProvider.System, binding => registry.Hosts(binding.Provider).From(binding.Options, context!), new PassingNotes())
        {
            Routers = binding => registry.Router(binding.Provider).From(binding.Options, context!),
            Metrics = binding => registry.Metrics(binding.Provider).From(binding.Options, context!),
        };
    }

    public static PortBinding Binding(string provider, string options) => new(provider, System.Text.Json.JsonDocument.Parse(options).RootElement);

    public async ValueTask DisposeAsync()
    {
        foreach (var site in sites)
        {
            await site.DisposeAsync();
        }

        await Cloud.DisposeAsync();
        folder.Dispose();
    }
}
