using System.Text.Json.Nodes;
using BlueGreenServerless.Documents;
using BlueGreenServerless.Failures;
using BlueGreenServerless.Ports;
using BlueGreenServerless.Providers.Ovh.Provisioning.Machines;
using BlueGreenServerless.Traffic;

namespace BlueGreenServerless.Providers.Ovh.Provisioning.Frontends;

/// <summary>
/// Farms, servers and front-ends of an IP Load Balancing service, and the instances behind it. Everything of the service is staged and goes live by
/// one refresh at the end; when it is destroyed, by one before the first instance goes.
/// </summary>
internal sealed class OvhEnvironment : IEnvironment
{
    private readonly OvhEnvironmentOptions options;
    private readonly StagedService service;
    private readonly IMachines machines;
    private readonly ServiceMap map;

    public OvhEnvironment(OvhEnvironmentOptions options, StagedService service, IMachines machines)
    {
        (this.options, this.service, this.machines) = (options, service, machines);
        map = new ServiceMap(service, machines, options.Mark, [.. options.Frontends.Select(plan => new FrontendNames(options.Mark, plan))]);
        IReadOnlyList<IEnvironmentPart>[] waves =
        [
            machines.Parts,
            [.. map.All.SelectMany(names => FarmsOf(names).Select(farm => new FarmPart(options, service, names, farm.Name)))],
            [.. map.All.SelectMany(ServersOf)],
            [.. map.All.Select(names => new FrontendPart(options, service, map, names, isPreview: false))],
            [.. map.All.SelectMany(PreviewsOf)],
            [.. map.All.Where(names => names.Plan.PreviewHeader is not null).Select(names => new RulePart(service, map, names))],
        ];
        Waves = [.. waves.Where(wave => wave.Count > 0)];
    }

    public string Name => options.Name;

    public IReadOnlyList<IReadOnlyList<IEnvironmentPart>> Waves { get; }

    public Task<Color?> LiveAsync(CancellationToken cancellationToken) => map.LiveAsync(cancellationToken);

    public bool IsUsedBy(TargetState target) => EnvironmentTarget.Has(target, "service", options.Service) || EnvironmentTarget.Has(target, "project", options.Project);

    public async Task<IReadOnlyList<IEnvironmentPart>> SurplusAsync(CancellationToken cancellationToken)
    {
        var wanted = Waves.SelectMany(wave => wave).Select(part => part.Name).ToHashSet(StringComparer.Ordinal);
        return [.. await machines.SurplusAsync(cancellationToken), .. await new ServiceSurplus(service, options.Mark).FindAsync(wanted, cancellationToken)];
    }

    public async Task CheckAsync(CancellationToken cancellationToken)
    {
        var zones = ((await service.Api.ServiceAsync(cancellationToken))["zone"] as JsonArray ?? []).Select(zone => (string?)zone).OfType<string>().ToList();
        List<string> faults =
        [
            .. await machines.FaultsAsync(cancellationToken),
            .. options.Zone == "all" || zones.Contains(options.Zone, StringComparer.Ordinal) ? Array.Empty<string>()
                : [$"The service '{options.Service}' is not in the zone '{options.Zone}'. Allowed are 'all' and '{string.Join("', '", zones)}'. Correct 'zone'."],
        ];
        if (faults.Count > 0)
        {
            throw new InvalidRequestException(string.Join('\n', faults));
        }
    }

    public Task BeginAsync(CancellationToken cancellationToken) => service.BeginAsync(cancellationToken);

    public Task PublishAsync(CancellationToken cancellationToken) => service.PublishAsync(cancellationToken);

    public Task<JsonObject> TargetAsync(CancellationToken cancellationToken) => new ServiceTarget(options, service, map, machines).WriteAsync(cancellationToken);

    /// <summary>The farms of a front-end, each with the colours whose machines are in it.</summary>
    private static IEnumerable<(string Name, IReadOnlyList<Color> Colors)> FarmsOf(FrontendNames names) =>
    [
        .. Enum.GetValues<Color>().Select(color => (names.Farm(color), (IReadOnlyList<Color>)[color])),
        .. names.Plan.Canary ? [(names.Canary, (IReadOnlyList<Color>)Enum.GetValues<Color>())] : Array.Empty<(string, IReadOnlyList<Color>)>(),
    ];

    private IEnumerable<IEnvironmentPart> ServersOf(FrontendNames names) =>
        from farm in FarmsOf(names)
        from machine in machines.All
        where farm.Colors.Contains(machine.Color)
        select new ServerPart(service, map, names, farm.Name, machines, machine);

    private IEnumerable<IEnvironmentPart> PreviewsOf(FrontendNames names) =>
    [
        .. names.Plan.PreviewPort is null ? Array.Empty<IEnvironmentPart>() : [new FrontendPart(options, service, map, names, isPreview: true)],
        .. names.Plan.PreviewHeader is null ? Array.Empty<IEnvironmentPart>() : [new RoutePart(service, map, names)],
    ];
}
