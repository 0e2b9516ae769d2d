using System.Text.Json;
using BlueGreenServerless.Documents;
using BlueGreenServerless.Failures;
using BlueGreenServerless.Ports;
using BlueGreenServerless.Traffic;

namespace BlueGreenServerless.Providers.Ovh.Cloud;

/// <summary>Moves traffic by the default pool of each listener. There is no weighted split between pools: a canary has a pool of its own.</summary>
internal sealed class CloudRouter(OvhCloudOptions options, CloudBalancer balancer) : ITrafficRouter, IDiagnosed
{
    private readonly Pools pools = new(balancer);
    private readonly CloudPreview preview = new(options, balancer);

    public RouterAbilities Abilities { get; } = new(
        Weights: options.Listeners.All(listener => listener.Canary is not null), Preview: options.PreviewAddress is not null,
        Says: "a listener has one default pool, so traffic moves all at once (strategy all-at-once); a canary needs 'canary' beside every listener, a pool with the members " +
            "of both colours; a preview needs 'previewAddress' and 'preview' or 'previewPolicy'");

    public async Task<TrafficState> DescribeAsync(CancellationToken cancellationToken)
    {
        var (wiring, splits) = (new List<(string Path, string Value)>(), new List<TrafficSplit>());
        foreach (var listener in options.Listeners)
        {
            var pool = CloudField.Read(listener.Path, await balancer.ReadAsync(listener.Path, cancellationToken)) ?? "none";
            wiring.Add((listener.Path, pool));
            if (Is(pool, listener.Canary))
            {
                var members = await pools.CanaryAsync(listener, cancellationToken);
                wiring.AddRange(members.SelectMany(color => color).Select(member => (member.Path, $"{member.Weight}")));
                splits.Add(TrafficSplit.Toward(Color.Green, Pools.GreenPercent(members)));
            }
            else
            {
                splits.Add(Whole(listener, pool));
            }
        }

        return new TrafficState(Together(splits), CloudSnapshot.Of(wiring));
    }

    /// <remarks>
    /// <list type="table">
    /// <item><term>a pool of the colour, or the canary pool, has no members or monitor, or other members than it must</term><description>refused, before anything changes</description></item>
    /// <item><term>preview listeners and policies show the colour</term><description>nothing is written</description></item>
    /// <item><term>they do not</term><description>pointed at it</description></item>
    /// </list>
    /// </remarks>
    public async Task AttachAsync(Color color, CancellationToken cancellationToken)
    {
        foreach (var listener in options.Listeners)
        {
            await RequireAsync(listener, color, cancellationToken);
        }

        await WriteAsync([.. options.Listeners.SelectMany(listener => listener.PreviewPaths.Select(path => (path, listener.PoolOf(color))))], cancellationToken);
    }

    /// <remarks>
    /// <list type="table">
    /// <item><term>an object is as wanted</term><description>no write</description></item>
    /// <item><term>divided</term><description>the weights of the canary pool first, then the listener gets that pool</description></item>
    /// <item><term>divided, and there is no canary pool</term><description>refused</description></item>
    /// <item><term>one of several cannot be written</term><description>those that were are put back, and the failure is passed on</description></item>
    /// </list>
    /// </remarks>
    public async Task<TrafficState> ShiftAsync(TrafficSplit split, CancellationToken cancellationToken)
    {
        var wanted = new List<(string Path, string Value)>();
        foreach (var listener in options.Listeners)
        {
            if (split.Whole() is { } color)
            {
                wanted.Add((listener.Path, listener.PoolOf(color)));
                continue;
            }

            wanted.AddRange(listener.Canary is null ? throw Undivided(listener, split) : await pools.WeightsAsync(listener, split.Green, cancellationToken));
            wanted.Add((listener.Path, listener.Canary));
        }

        await WriteAsync(wanted, cancellationToken);
        return await DescribeAsync(cancellationToken);
    }

    public async Task<TrafficState> RestoreAsync(JsonElement snapshot, CancellationToken cancellationToken)
    {
        await WriteAsync(CloudSnapshot.Read(snapshot), cancellationToken);
        return await DescribeAsync(cancellationToken);
    }

    public Task<ColorHealth> HealthAsync(Color color, CancellationToken cancellationToken) =>
        pools.HealthAsync(options.Listeners.Select(listener => listener.PoolOf(color)).Distinct(StringComparer.OrdinalIgnoreCase), cancellationToken);

    /// <summary>OVH tells the connections of the whole load balancer only.</summary>
    public Task<int?> ConnectionsAsync(Color color, CancellationToken cancellationToken) => Task.FromResult<int?>(null);

    public PreviewAddress? Preview(Color color) => preview.Address();

    public async Task<IReadOnlyList<Diagnosis>> DiagnoseAsync(CancellationToken cancellationToken)
    {
        var findings = new List<Diagnosis>();
        foreach (var listener in options.Listeners)
        {
            findings.AddRange(await Diagnosis.LookAsync(async () =>
            {
                await RequireAsync(listener, Color.Blue, cancellationToken);
                await RequireAsync(listener, Color.Green, cancellationToken);
                return listener.PreviewPaths.Any() ? [Diagnosis.Fine($"the pools of the listener '{listener.Listener}' have health monitors")] : [Unchecked(listener)];
            }));
        }

        return findings;
    }

    private async Task RequireAsync(OvhListener listener, Color color, CancellationToken cancellationToken)
    {
        await pools.RequireMonitorAsync(listener.PoolOf(color), cancellationToken);
        if (listener.Canary is { } canary)
        {
            await pools.RequireMonitorAsync(canary, cancellationToken);
            await pools.CanaryAsync(listener, cancellationToken);
        }
    }

    private async Task WriteAsync(IReadOnlyList<(string Path, string Value)> wanted, CancellationToken cancellationToken)
    {
        var touched = new List<(string Path, string Value)>();
        try
        {
            foreach (var (path, value) in wanted)
            {
                var before = CloudField.Read(path, await balancer.ReadAsync(path, cancellationToken));
                if (!Is(before, value))
                {
                    touched.Insert(0, (path, before ?? ""));
                    await balancer.WriteAsync(path, value, cancellationToken);
                }
            }
        }
        catch (ReleaseException fault) when (touched.Count > 1)
        {
            await PutBackAsync(touched, fault, cancellationToken);
            throw;
        }
    }

    private async Task PutBackAsync(List<(string Path, string Value)> touched, ReleaseException fault, CancellationToken cancellationToken)
    {
        try
        {
            foreach (var (path, value) in touched.Where(each => each.Value.Length > 0))
            {
                if (!Is(CloudField.Read(path, await balancer.ReadAsync(path, cancellationToken)), value))
                {
                    await balancer.WriteAsync(path, value, cancellationToken);
                }
            }
        }
        catch (ReleaseException second)
        {
            throw new ProviderUnavailableException($"{fault.Message} What was written already could not be put back: {second.Message}", second);
        }
    }

    private static bool Is(string? one, string? other) => string.Equals(one, other, StringComparison.OrdinalIgnoreCase);

    private static TrafficSplit Whole(OvhListener listener, string pool) =>
        Is(pool, listener.Blue) ? TrafficSplit.All(Color.Blue)
        : Is(pool, listener.Green) ? TrafficSplit.All(Color.Green)
        : throw new ProviderRefusedException(
            $"The listener '{listener.Listener}' has the default pool '{pool}', which is neither blue ('{listener.Blue}') nor green ('{listener.Green}'). " +
            "It must have one of them. Correct the ids, or give it one of them.");

    /// <summary>Listeners that disagree are a divided traffic.</summary>
    private static TrafficSplit Together(List<TrafficSplit> splits) => splits.Distinct().Count() == 1
        ? splits[0] : TrafficSplit.Toward(Color.Green, Math.Clamp((int)splits.Average(split => split.Green), 1, 99));

    /// <summary>Octavia configures only the pools of listeners and policies (octavia, haproxy.cfg.j2); OVH's documents do not speak of it.</summary>
    private static Diagnosis Unchecked(OvhListener listener) => Diagnosis.Warning(
        $"The listener '{listener.Listener}' has neither 'preview' nor 'previewPolicy', so nothing may lead to the pool of the idle colour. Octavia checks the members of a pool only when a listener or a policy leads there, " +
        "and a release waits until they are healthy. Give one of the two.");

    private NotSupportedByTargetException Undivided(OvhListener listener, TrafficSplit split) => new(
        $"The listener '{listener.Listener}' cannot have the split '{split}'. It can do this: {Abilities.Says}. Change the file and release again.");
}
