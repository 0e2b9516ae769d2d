using System.Collections.Concurrent;
using BlueGreenServerless.Clouds.Aws.SystemsManager;
using BlueGreenServerless.Clouds.DigitalOcean;
using BlueGreenServerless.Clouds.Ovh;
using BlueGreenServerless.Clouds.Ovh.Balancing;
using BlueGreenServerless.ManyClouds.Tests.Fronts;
using BlueGreenServerless.Traffic;
using BlueGreenServerless.VirtualCloud.Machine;

namespace BlueGreenServerless.ManyClouds.Tests.Faulted;

/// <summary>
/// Twelve targets, three in each of four clouds, all in one test's time, and a look at every change of traffic in the moment in which it is
/// made. Those at OVH share services: what one stages, the refresh of another would publish.
/// </summary>
internal sealed class FourClouds : IAsyncDisposable
{
    private const int Each = 3;

    private readonly ConcurrentDictionary<Front, bool> neverWell = new();
    private readonly ConcurrentDictionary<string, bool> installed = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<Front, DateTimeOffset> lost = new();

    private FourClouds(CloudMachine machine, OvhDouble ovh, DigitalOceanDouble digitalOcean, Lane lane, int dropletPort, CloudsShape shape)
    {
        (Machine, Ovh, DigitalOcean) = (machine, ovh, digitalOcean);
        Service = ovh.AddService("loadbalancer-0123456789abcdef");
        Aws = [.. Names("aws").Select(name => new AwsFront(machine.Aws, name, shape.Place))];
        Fronts =
        [
            .. Aws,
            .. Names("ovh").Take(shape.InOneService).Select(name => new OvhFront(ovh, Service, name)),
            .. Names("ovh").Skip(shape.InOneService).Select(name => new OvhCloudFront(ovh, name)),
            .. Names("digitalocean").Select(name => new DigitalOceanFront(digitalOcean, name, dropletPort)),
            .. lane.Haproxys.Select((host, number) => new HaproxyFront(host, $"haproxy-{number + 1}")),
        ];
        AddMachines(shape);
        Watch();
    }

    public CloudMachine Machine { get; }

    public OvhDouble Ovh { get; }

    public DigitalOceanDouble DigitalOcean { get; }

    /// <summary>The IP Load Balancing service that several targets have in common.</summary>
    public IpLoadBalancer Service { get; }

    public IReadOnlyList<Front> Fronts { get; }

    private IReadOnlyList<AwsFront> Aws { get; }

    /// <summary>What was wrong with a change of traffic, with its time.</summary>
    public ConcurrentQueue<string> Violations { get; } = new();

    /// <summary>Changes of traffic that were looked at, by target.</summary>
    public ConcurrentDictionary<Front, int> Looked { get; } = new();

    /// <summary>When green of a target was lost that was well before.</summary>
    public IReadOnlyDictionary<Front, DateTimeOffset> Lost => lost;

    /// <param name="dropletPort">Where something listens at the addresses of all droplets.</param>
    public static async Task<FourClouds> StartAsync(Lane lane, int dropletPort, CloudsShape shape)
    {
        var machine = await CloudMachine.StartAsync(null, shape.OnOneMachine, shape.OnOneMachine);
        var ovh = await OvhDouble.StartAsync(new OvhDoubleOptions { Clock = machine.Time, RefreshTakes = shape.OvhTakes, UpdateTakes = shape.OvhTakes / 2, PendingCountsWrites = shape.PendingCountsWrites });
        var digitalOcean = await DigitalOceanDouble.StartAsync(new DigitalOceanDoubleOptions { Clock = machine.Time, Busy = shape.DigitalOceanBusy, ReadLag = shape.DigitalOceanBusy / 4 });
        var clouds = new FourClouds(machine, ovh, digitalOcean, lane, dropletPort, shape);
        await clouds.Service.PublishAsync();
        return clouds;
    }

    /// <summary>Green of a target is not well from the beginning, so nobody may ever be sent there.</summary>
    public void NeverWell(Front front)
    {
        front.LoseGreen();
        neverWell[front] = true;
    }

    public void Lose(Front front)
    {
        front.LoseGreen();
        lost[front] = Machine.Time.GetUtcNow();
    }

    public async ValueTask DisposeAsync()
    {
        await Machine.DisposeAsync();
        await Ovh.DisposeAsync();
        await DigitalOcean.DisposeAsync();
    }

    private static IEnumerable<string> Names(string cloud) => Enumerable.Range(1, Each).Select(number => $"{cloud}-{number}");

    private void AddMachines(CloudsShape shape)
    {
        foreach (var (front, number) in Fronts.Where(front => front is not AwsFront).Select((front, number) => (front, number)))
        {
            foreach (var color in Enum.GetValues<Color>())
            {
                Agents.Add(Machine.Aws, $"mi-{(int)color}{number:x16}", $"{front.Name}-{color.Lower()}", shape.Place.Install);
            }
        }
    }

    private IEnumerable<ManagedNode> OfGreen() => Machine.Aws.Nodes.All.Where(node => node.Tags["Pool"].EndsWith("-green", StringComparison.Ordinal));

    private void WatchInstalling()
    {
        foreach (var node in OfGreen())
        {
            var script = node.Script!;
            node.Script = async (lines, stop) =>
            {
                var end = await script(lines, stop);
                installed[node.Id] = installed.GetValueOrDefault(node.Id) || end.Code == 0;
                return end;
            };
        }
    }

    private void Watch()
    {
        WatchInstalling();
        foreach (var front in Fronts)
        {
            front.Moved = Moved;
        }

        Machine.Aws.Balancers.Changed = rule => Aws.ToList().ForEach(front => front.Changed(rule));
        Machine.Aws.Balancers.Health = (group, _) => Aws.Select(front => front.StateOf(group)).First(state => state is not null)!;
        Service.Changed = path => Fronts.OfType<OvhFront>().ToList().ForEach(front => front.Changed(path));
        Service.IsUp = path => Fronts.OfType<OvhFront>().All(front => front.IsUp(path));
        Ovh.Balancer.Changed = path => Fronts.OfType<OvhCloudFront>().ToList().ForEach(front => front.Changed(path));
        Ovh.Balancer.IsUp = path => Fronts.OfType<OvhCloudFront>().All(front => front.IsUp(path));
        DigitalOcean.Balancers.Moved = balancer => Fronts.OfType<DigitalOceanFront>().ToList().ForEach(front => front.Changed(balancer));
    }

    private void Moved(Front front, Color? to)
    {
        Looked.AddOrUpdate(front, 1, (_, before) => before + 1);
        if (to != Color.Blue && Wrong(to) is { } why)
        {
            Violations.Enqueue($"{Machine.Time.GetUtcNow():HH:mm:ss}: {front.Name} goes to {to?.Lower() ?? "neither colour alone"}: {why}");
        }
    }

    /// <summary>The barrier: nobody goes to green before all of green can take them.</summary>
    private string? Wrong(Color? to) => to is null ? "all or nobody moves"
        : !neverWell.IsEmpty ? $"green of {neverWell.First().Key.Name} was never well"
        : OfGreen().FirstOrDefault(node => !installed.GetValueOrDefault(node.Id)) is { } missing ? $"{missing.Id} of {missing.Tags["Pool"]} has not installed"
        : null;
}
