using System.Text.Json.Nodes;
using BlueGreenServerless.Documents;
using BlueGreenServerless.Failures;
using BlueGreenServerless.Plans;
using BlueGreenServerless.Ports;
using BlueGreenServerless.Providers.DigitalOcean.Clients;
using BlueGreenServerless.Providers.DigitalOcean.Fleet;
using BlueGreenServerless.Providers.DigitalOcean.Router;
using BlueGreenServerless.Serialization;
using BlueGreenServerless.Traffic;

namespace BlueGreenServerless.Providers.DigitalOcean.Environments;

/// <summary>Droplets of both colours, and a managed load balancer.</summary>
internal sealed class ManagedEnvironment : IEnvironment
{
    private readonly ManagedEnvironmentOptions options;
    private readonly EnvironmentWorld world;
    private readonly ColorDroplets colors;

    public ManagedEnvironment(ManagedEnvironmentOptions options, DigitalOceanAccount account, PortContext context)
    {
        this.options = options;
        world = new EnvironmentWorld(options.Name, account);
        colors = new ColorDroplets(options, world);
        Waves = [colors.Wave, [new ManagedBalancerPart(options, world)]];
        _ = context.Hosts(new PortBinding(DigitalOceanProvider.ProviderName, ReleaseJson.ToElement(options.Hosts)));
    }

    public string Name => options.Name;

    public IReadOnlyList<IReadOnlyList<IEnvironmentPart>> Waves { get; }

    /// <summary>The colour that any load balancer of the account leads to, whoever made it.</summary>
    public async Task<Color?> LiveAsync(CancellationToken cancellationToken)
    {
        world.Droplets.Forget();
        var droplets = await world.Droplets.ReadAsync(cancellationToken);
        var balancers = (await ManagedBalancerPart.AllAsync(world.Account, cancellationToken)).Select(json => new BalancerObject(json)).ToList();
        var live = Enum.GetValues<Color>().Where(color => balancers.Exists(balancer => droplets.Any(made => colors.ColorsOf(made).Contains(color) && IsBehind(balancer, made)))).ToList();
        return live.Count <= 1 ? live.Select(color => (Color?)color).FirstOrDefault() : throw new TrafficMixedException(
            $"Both colours of '{Name}' are behind load balancers: '{string.Join("', '", balancers.Select(balancer => $"{balancer.Name}: {balancer.Backends}"))}'. What has users is not destroyed. Take one colour out.");
    }

    public bool IsUsedBy(TargetState target) => options.IsUsedBy(target);

    public Task<IReadOnlyList<IEnvironmentPart>> SurplusAsync(CancellationToken cancellationToken) => colors.SurplusAsync(Waves.SelectMany(wave => wave), cancellationToken);

    public async Task CheckAsync(CancellationToken cancellationToken) => DigitalOceanTag.Refuse(
        DigitalOceanProvider.ProviderName,
        await world.Sizes.FaultAsync(options.Droplets, "droplets", cancellationToken),
        await UserData.FaultAsync(options.Droplets.UserData, cancellationToken));

    public Task<JsonObject> TargetAsync(CancellationToken cancellationToken) => Task.FromResult(new JsonObject
    {
        ["name"] = Name,
        ["router"] = TargetBinding.Of(DigitalOceanProvider.ProviderName, options.Router),
        ["hosts"] = TargetBinding.Of(DigitalOceanProvider.ProviderName, options.Hosts),
        ["fleet"] = TargetBinding.Of(DigitalOceanProvider.ProviderName, new DropletFleetOptions { Api = options.Api, Token = options.Token, Blue = options.Blue, Green = options.Green }),
    });

    private static bool IsBehind(BalancerObject balancer, MadeDroplet made) =>
        balancer.Backends.Tag is { } tag ? made.Has(tag) : balancer.Backends.DropletIds.Contains(made.Droplet.Id);
}
