using System.Globalization;
using System.Text.Json.Nodes;
using BlueGreenServerless.Documents;
using BlueGreenServerless.Failures;
using BlueGreenServerless.Plans;
using BlueGreenServerless.Ports;
using BlueGreenServerless.Providers.DigitalOcean.Balancers;
using BlueGreenServerless.Providers.DigitalOcean.Clients;
using BlueGreenServerless.Providers.DigitalOcean.Droplets;
using BlueGreenServerless.Providers.DigitalOcean.Fleet;
using BlueGreenServerless.Serialization;
using BlueGreenServerless.Traffic;

namespace BlueGreenServerless.Providers.DigitalOcean.Environments;

/// <summary>Droplets of both colours, and droplets with a load balancer of one's own.</summary>
internal sealed class OwnBalancerEnvironment : IEnvironment
{
    private readonly OwnBalancerEnvironmentOptions options;
    private readonly EnvironmentWorld world;
    private readonly ColorDroplets colors;
    private readonly ITrafficRouter router;

    public OwnBalancerEnvironment(OwnBalancerEnvironmentOptions options, DigitalOceanAccount account, PortContext context)
    {
        this.options = options;
        world = new EnvironmentWorld(options.Name, account);
        colors = new ColorDroplets(options, world);
        Waves = [colors.Wave, [.. Enumerable.Range(1, options.BalancersEach).Select(Balancer)]];
        router = context.Routers(new PortBinding(OwnBalancerProvider.ProviderName, ReleaseJson.ToElement(options.Router)));
        _ = context.Hosts(new PortBinding(DigitalOceanProvider.ProviderName, ReleaseJson.ToElement(options.Hosts)));
    }

    public string Name => options.Name;

    public IReadOnlyList<IReadOnlyList<IEnvironmentPart>> Waves { get; }

    private DropletShape BalancerShape => options.BalancerDroplets ?? options.Droplets with { UserData = null };

    /// <summary>As the load balancer says, as long as one of its droplets runs.</summary>
    public async Task<Color?> LiveAsync(CancellationToken cancellationToken)
    {
        if (!await IsRunningAsync(cancellationToken))
        {
            return null;
        }

        try
        {
            return await router.IsSetUpAsync(cancellationToken) ? (await router.DescribeAsync(cancellationToken)).Split.Whole() ?? throw Mixed() : null;
        }
        catch (ProviderUnavailableException unreachable)
        {
            throw new ProviderUnavailableException(
                $"Which colour of '{Name}' has users cannot be told: {unreachable.Message} The load balancer must answer, or be off. Make it reachable, or power its droplets off when nobody needs it any more.", unreachable);
        }
    }

    public bool IsUsedBy(TargetState target) => options.IsUsedBy(target);

    public Task<IReadOnlyList<IEnvironmentPart>> SurplusAsync(CancellationToken cancellationToken) => colors.SurplusAsync(Waves.SelectMany(wave => wave), cancellationToken);

    public async Task CheckAsync(CancellationToken cancellationToken) => DigitalOceanTag.Refuse(
        OwnBalancerProvider.ProviderName,
        await world.Sizes.FaultAsync(options.Droplets, "droplets", cancellationToken),
        await UserData.FaultAsync(options.Droplets.UserData, cancellationToken),
        options.BalancerDroplets is null ? null : await world.Sizes.FaultAsync(BalancerShape, "balancerDroplets", cancellationToken),
        await UserData.FaultAsync(BalancerShape.UserData, cancellationToken));

    public Task<JsonObject> TargetAsync(CancellationToken cancellationToken) => Task.FromResult(new JsonObject
    {
        ["name"] = Name,
        ["router"] = TargetBinding.Of(OwnBalancerProvider.ProviderName, options.Router),
        ["hosts"] = TargetBinding.Of(DigitalOceanProvider.ProviderName, options.Hosts),
        ["fleet"] = TargetBinding.Of(DigitalOceanProvider.ProviderName, new DropletFleetOptions { Api = options.Api, Token = options.Token, Blue = options.Blue, Green = options.Green }),
    });

    /// <summary>With its tag, or made here: one that has lost its tag still has users.</summary>
    private async Task<bool> IsRunningAsync(CancellationToken cancellationToken)
    {
        world.Droplets.Forget();
        var names = Waves[1].Select(part => part.Name).ToHashSet(StringComparer.OrdinalIgnoreCase);
        return (await world.Droplets.ReadAsync(cancellationToken)).Any(made =>
            made.Droplet.IsActive && (made.Has(options.Balancers) || (made.Has(world.Mark) && names.Contains(made.Droplet.Name))));
    }

    private DropletPart Balancer(int number) => new(
        world, $"{options.Name}-lb-{number.ToString(CultureInfo.InvariantCulture)}", null, options.Balancers, BalancerShape,
        async cancellationToken => await UserData.ReadAsync(BalancerShape.UserData, cancellationToken) ?? BalancerUserData.Default);

    private TrafficMixedException Mixed() => new(
        $"Both colours of '{Name}' have users now. What has users is not destroyed. Wait for the end of the release, or put all traffic on one colour.");
}
