using System.Text.Json.Nodes;
using BlueGreenServerless.Documents;
using BlueGreenServerless.Failures;
using BlueGreenServerless.Ports;
using BlueGreenServerless.Providers.Ovh.Provisioning.Machines;
using BlueGreenServerless.Traffic;

namespace BlueGreenServerless.Providers.Ovh.Provisioning.Listeners;

/// <summary>
/// Listeners, pools and health monitors of a Public Cloud Load Balancer, and the instances behind it. Every change is live by itself; a member is
/// taken out before its instance goes.
/// </summary>
internal sealed class OvhCloudEnvironment : IEnvironment
{
    private readonly OvhCloudEnvironmentOptions options;
    private readonly RegionObjects objects;
    private readonly IMachines machines;
    private readonly PoolMap map;

    public OvhCloudEnvironment(OvhCloudEnvironmentOptions options, RegionObjects objects, IMachines machines, PriceList prices)
    {
        (this.options, this.objects, this.machines) = (options, objects, machines);
        map = new PoolMap(objects, machines, options.Mark, [.. options.Listeners.Select(plan => new ListenerNames(options.Mark, plan))]);
        IReadOnlyList<IEnvironmentPart>[] waves =
        [
            [.. machines.Parts, .. options.NewLoadBalancer is { } template ? [new BalancerPart(options, template, objects, prices)] : Array.Empty<IEnvironmentPart>()],
            [.. map.All.SelectMany(names => names.Pools().Select(pool => new PoolPart(objects, names, pool.Name)))],
            [.. map.All.SelectMany(names => names.Pools().Select(pool => new MonitorPart(objects, names, pool.Name)))],
            [.. map.All.SelectMany(MembersOf)],
            [.. map.All.Select(names => new ListenerPart(objects, map, names, isPreview: false))],
            [.. map.All.SelectMany(PreviewsOf)],
            [.. map.All.Where(names => names.Plan.PreviewHeader is not null).Select(names => new PolicyRulePart(objects, names))],
        ];
        Waves = [.. waves.Where(wave => wave.Count > 0)];
    }

    public string Name => options.Name;

    public IReadOnlyList<IReadOnlyList<IEnvironmentPart>> Waves { get; }

    public Task<Color?> LiveAsync(CancellationToken cancellationToken) => map.LiveAsync(cancellationToken);

    public bool IsUsedBy(TargetState target) => EnvironmentTarget.Has(target, "project", options.Project);

    public async Task<IReadOnlyList<IEnvironmentPart>> SurplusAsync(CancellationToken cancellationToken)
    {
        var wanted = Waves.SelectMany(wave => wave).Select(part => part.Name).ToHashSet(StringComparer.Ordinal);
        return [.. await machines.SurplusAsync(cancellationToken), .. await new BalancerSurplus(objects, options.Mark).FindAsync(wanted, cancellationToken)];
    }

    public async Task CheckAsync(CancellationToken cancellationToken)
    {
        List<string> faults = [.. await machines.FaultsAsync(cancellationToken), .. await objects.FaultsAsync(cancellationToken)];
        if (faults.Count > 0)
        {
            throw new InvalidRequestException(string.Join('\n', faults));
        }
    }

    public Task<JsonObject> TargetAsync(CancellationToken cancellationToken) => new BalancerTarget(options, objects, map, machines).WriteAsync(cancellationToken);

    private IEnumerable<IEnvironmentPart> MembersOf(ListenerNames names) =>
        from pool in names.Pools()
        from machine in machines.All
        where pool.Colors.Contains(machine.Color)
        select new MemberPart(objects, map, names, pool.Name, machines, machine);

    private IEnumerable<IEnvironmentPart> PreviewsOf(ListenerNames names) =>
    [
        .. names.Plan.PreviewPort is null ? Array.Empty<IEnvironmentPart>() : [new ListenerPart(objects, map, names, isPreview: true)],
        .. names.Plan.PreviewHeader is null ? Array.Empty<IEnvironmentPart>() : [new PolicyPart(objects, map, names)],
    ];
}
