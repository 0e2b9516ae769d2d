using System.Text.Json;
using BlueGreenServerless.Documents;
using BlueGreenServerless.Failures;
using BlueGreenServerless.Ports;
using BlueGreenServerless.Traffic;

namespace BlueGreenServerless.Providers.Ovh.Balancing;

/// <summary>Moves traffic by the farm of each front-end. All changes of a step are staged and go live by one refresh.</summary>
internal sealed class OvhRouter(OvhOptions options, BalancerService service) : ITrafficRouter, IDiagnosed
{
    private readonly Farms farms = new(service.Api);
    private readonly OvhPreview preview = new(options, service.Api);

    /// <summary>On the way forward nobody may have staged anything, unless it may always go live with ours.</summary>
    private OvhPending Forward => options.Pending == OvhPending.Publish ? OvhPending.Publish : OvhPending.Refuse;

    public RouterAbilities Abilities { get; } = new(
        Weights: options.Frontends.All(frontend => frontend.Canary is not null), Preview: options.PreviewAddress is not null,
        Says: "a front-end has one farm, so traffic moves all at once (strategy all-at-once); a canary needs 'canary' beside every front-end, a farm with the servers of " +
            "both colours; a preview needs 'previewAddress' and 'preview' or 'previewRoute'");

    public Task<TrafficState> DescribeAsync(CancellationToken cancellationToken) => DescribeAsync(Forward, cancellationToken);

    /// <summary>Changes of others do not hinder it when they may go live with the traffic that is put back.</summary>
    public Task<TrafficState> DescribeUrgentlyAsync(CancellationToken cancellationToken) => DescribeAsync(options.Pending, cancellationToken);

    /// <remarks>
    /// <list type="table">
    /// <item><term>others have staged changes</term><description>refused, before anything changes</description></item>
    /// <item><term>a farm of the colour, or the canary farm, is not probed or has other servers than it must</term><description>refused</description></item>
    /// <item><term>preview front-ends and routes show the colour</term><description>nothing is written</description></item>
    /// <item><term>they do not</term><description>pointed at it; production stays as it is</description></item>
    /// </list>
    /// </remarks>
    public async Task AttachAsync(Color color, CancellationToken cancellationToken)
    {
        foreach (var frontend in options.Frontends)
        {
            await farms.RequireProbesAsync(frontend.FarmPath(frontend.FarmOf(color)), cancellationToken);
            await (Canary(frontend)?.RequireAsync(cancellationToken) ?? Task.CompletedTask);
        }

        var wanted = new Wiring((await LiveAsync(Forward, cancellationToken)).Wiring);
        foreach (var frontend in options.Frontends)
        {
            foreach (var path in frontend.PreviewPaths)
            {
                wanted[path] = frontend.FarmOf(color);
            }
        }

        await service.ApplyAsync(wanted, Purpose.Attach, options.Pending, cancellationToken);
    }

    /// <remarks>
    /// One write for each object that is not as wanted, then one refresh for all of them.
    /// <list type="table">
    /// <item><term>all traffic to one colour</term><description>each front-end gets its farm; with 'swap' the preview front-end gets the other one</description></item>
    /// <item><term>divided</term><description>the weights of the canary farm, and each front-end gets that farm</description></item>
    /// <item><term>divided, and there is no canary farm</term><description>refused</description></item>
    /// </list>
    /// </remarks>
    public async Task<TrafficState> ShiftAsync(TrafficSplit split, CancellationToken cancellationToken)
    {
        var wanted = new Wiring();
        foreach (var frontend in options.Frontends)
        {
            await AddAsync(wanted, frontend, split, cancellationToken);
        }

        await service.ApplyAsync(wanted, Purpose.Shift, options.Pending, cancellationToken);
        return await DescribeAsync(cancellationToken);
    }

    public async Task<TrafficState> RestoreAsync(JsonElement snapshot, CancellationToken cancellationToken)
    {
        await service.ApplyAsync(Wiring.OfSnapshot(snapshot), Purpose.Restore, options.Pending, cancellationToken);
        return await DescribeUrgentlyAsync(cancellationToken);
    }

    public Task<ColorHealth> HealthAsync(Color color, CancellationToken cancellationToken) =>
        farms.HealthAsync(options.Frontends.Select(frontend => frontend.FarmPath(frontend.FarmOf(color))).Distinct(StringComparer.Ordinal), cancellationToken);

    /// <summary>OVH does not tell how many connections a farm has.</summary>
    public Task<int?> ConnectionsAsync(Color color, CancellationToken cancellationToken) => Task.FromResult<int?>(null);

    public PreviewAddress? Preview(Color color) => preview.Of(color);

    public async Task<IReadOnlyList<Diagnosis>> DiagnoseAsync(CancellationToken cancellationToken)
    {
        var findings = new List<Diagnosis>();
        foreach (var frontend in options.Frontends)
        {
            findings.AddRange(await Diagnosis.LookAsync(() => ProbesAsync(frontend, cancellationToken)));
        }

        findings.AddRange(await Diagnosis.LookAsync(async () => await service.IsAtRestAsync(cancellationToken)
            ? [Diagnosis.Fine($"no changes of '{options.Service}' are pending")]
            : [Diagnosis.Warning($"Changes of '{options.Service}' are staged and not live, with 'pending: {options.Pending.ToString().ToLowerInvariant()}'. Publishing ours would publish them. Publish or undo them.")]));
        return findings;
    }

    private async Task<TrafficState> DescribeAsync(OvhPending policy, CancellationToken cancellationToken)
    {
        var live = await LiveAsync(policy, cancellationToken);
        var wiring = new Wiring(live.Wiring);
        var splits = new List<TrafficSplit>();
        foreach (var frontend in options.Frontends)
        {
            var weights = await WeightsAsync(frontend, live.Wiring[frontend.Path], cancellationToken);
            splits.Add(Split(frontend, live.Wiring[frontend.Path], weights));
            foreach (var (path, weight) in weights.SelectMany(color => color))
            {
                wiring[path] = weight;
            }
        }

        return new TrafficState(Together(splits), wiring.ToSnapshot(live.IsUnpublished));
    }

    private async Task<IReadOnlyList<Diagnosis>> ProbesAsync(OvhFrontend frontend, CancellationToken cancellationToken)
    {
        foreach (var color in Enum.GetValues<Color>())
        {
            await farms.RequireProbesAsync(frontend.FarmPath(frontend.FarmOf(color)), cancellationToken);
        }

        await (Canary(frontend)?.RequireAsync(cancellationToken) ?? Task.CompletedTask);
        return [Diagnosis.Fine($"the servers of both farms of '{frontend.Path}' are probed")];
    }

    /// <summary>The farms of the production front-ends, and of those that are swapped with them.</summary>
    private Task<LiveWiring> LiveAsync(OvhPending policy, CancellationToken cancellationToken)
    {
        var swapped = options.Swap ? options.Frontends.Where(frontend => frontend.Preview is not null).Select(frontend => $"{frontend.Word}/frontend/{frontend.Preview}") : [];
        return service.ReadAsync(options.Frontends.Select(frontend => frontend.Path).Concat(swapped), policy, cancellationToken);
    }

    private async Task AddAsync(Wiring wanted, OvhFrontend frontend, TrafficSplit split, CancellationToken cancellationToken)
    {
        if (split.Whole() is { } color)
        {
            wanted[frontend.Path] = frontend.FarmOf(color);
            if (options.Swap && frontend.Preview is { } swapped)
            {
                wanted[$"{frontend.Word}/frontend/{swapped}"] = frontend.FarmOf(color.Other());
            }

            return;
        }

        var canary = Canary(frontend) ?? throw new NotSupportedByTargetException(
            $"The front-end '{frontend.Frontend}' of '{options.Service}' cannot have the split '{split}'. It can do this: {Abilities.Says}. Change the file and release again.");
        wanted[frontend.Path] = frontend.Canary;
        foreach (var (path, weight) in await canary.WeightsAsync(split, cancellationToken))
        {
            wanted[path] = weight;
        }
    }

    private CanaryFarm? Canary(OvhFrontend frontend) => frontend.Canary is { } farm ? new CanaryFarm(frontend, farm, farms, service.Api) : null;

    /// <summary>Live weights by colour, where the front-end uses the canary farm.</summary>
    private async Task<ILookup<Color, KeyValuePair<string, long?>>> WeightsAsync(OvhFrontend frontend, long? farm, CancellationToken cancellationToken)
    {
        if (farm is null || farm != frontend.Canary)
        {
            return Array.Empty<Color>().ToLookup(color => color, _ => default(KeyValuePair<string, long?>));
        }

        var servers = await Canary(frontend)!.ServersAsync(cancellationToken);
        var live = await service.ReadAsync(servers.SelectMany(color => color).Select(server => server.Path), OvhPending.Publish, cancellationToken);
        return servers.SelectMany(color => color.Select(server => (color.Key, server.Path))).ToLookup(each => each.Key, each => KeyValuePair.Create(each.Path, live.Wiring[each.Path]));
    }

    private TrafficSplit Split(OvhFrontend frontend, long? farm, ILookup<Color, KeyValuePair<string, long?>> weights) =>
        farm == frontend.Blue ? TrafficSplit.All(Color.Blue)
        : farm == frontend.Green ? TrafficSplit.All(Color.Green)
        : weights.Count > 0 ? TrafficSplit.Toward(Color.Green, CanaryWeights.Percent(weights[Color.Blue].Sum(each => each.Value ?? 1), weights[Color.Green].Sum(each => each.Value ?? 1)))
        : throw new ProviderRefusedException(
            $"The front-end '{frontend.Frontend}' of '{options.Service}' has the farm '{farm?.ToString() ?? "none"}', which is neither blue ('{frontend.Blue}') nor green ('{frontend.Green}')" +
            $"{(frontend.Canary is { } canary ? $" nor the canary farm ('{canary}')" : "")}. It must have one of them. Correct the ids, or give it one of them.");

    /// <summary>Front-ends that disagree are a divided traffic.</summary>
    private static TrafficSplit Together(List<TrafficSplit> splits) => splits.Distinct().Count() == 1
        ? splits[0] : TrafficSplit.Toward(Color.Green, Math.Clamp((int)splits.Average(split => split.Green), 1, 99));
}
