using System.Text.Json;
using BlueGreenServerless.Documents;
using BlueGreenServerless.Failures;
using BlueGreenServerless.Ports;
using BlueGreenServerless.Traffic;

namespace BlueGreenServerless.Providers.HAProxy;

/// <summary>Moves traffic by the percentage in a map that HAProxy looks up for every request.</summary>
internal sealed class HaproxyRouter(HaproxyOptions options, IReadOnlyList<IBalancer> balancers) : ITrafficRouter
{
    public RouterAbilities Abilities { get; } = new(
        Weights: true,
        Preview: HaproxyPreview.Address(options, Color.Blue) is not null,
        Says: "HAProxy divides traffic by whole percent; a preview needs 'previewAddress' when the configuration is not ours or HAProxy is on another machine.");

    public static ITrafficRouter Create(HaproxyOptions options, PortContext context) => new HaproxyRouter(options.Checked(), HaproxyBalancers.Of(options, context));

    public async Task<string> SetUpAsync(CancellationToken cancellationToken)
    {
        if (options.Manage == HaproxyManage.MapOnly)
        {
            return $"its configuration is yours (manage: map-only); it must read the map '{options.SplitFile}'";
        }

        var configuration = HaproxyConfiguration.Render(options);
        foreach (var balancer in balancers)
        {
            await balancer.InstallAsync(configuration, cancellationToken);
        }

        return $"wrote '{options.Config}' and '{options.SplitFile}'{(options.Balancers.Count > 0 ? $" on '{options.Balancers.Count}' other machines (balancers)" : "")}; " +
            $"start it there with 'systemctl restart haproxy', or by hand with 'haproxy -W -S {options.MasterSocket} -f {options.Config}'";
    }

    /// <summary>A configuration that is not ours is set up by whoever wrote it.</summary>
    public async Task<bool> IsSetUpAsync(CancellationToken cancellationToken) =>
        options.Manage == HaproxyManage.MapOnly || (await balancers.EachAsync(balancer => balancer.HasWayInAsync(cancellationToken))).Any(has => has);

    /// <summary>
    /// The running process is the truth; a file that differs is noted in the snapshot and healed by the next write. An HAProxy that does
    /// not run our configuration yet counts as all blue, which is how <see cref="AttachAsync"/> starts it.
    /// </summary>
    public async Task<TrafficState> DescribeAsync(CancellationToken cancellationToken) =>
        State(await balancers.EachAsync(balancer => ReadAsync(balancer, cancellationToken)));

    /// <remarks>
    /// <list type="table">
    /// <item><term>the file and the running process are this configuration</term><description>nothing, no reload</description></item>
    /// <item><term>the file is, the process is not (cut between replace and reload)</term><description>reload</description></item>
    /// <item><term>the file is not</term><description>map file = running percentage, check, replace, reload, wait for the new worker</description></item>
    /// <item><term><c>haproxy -c</c> says no</term><description>refused, nothing changed</description></item>
    /// <item><term>the file is there and was not written by us</term><description>refused, nothing changed</description></item>
    /// <item><term>the reload fails</term><description>previous file back, the old worker serves on, refused with HAProxy's message</description></item>
    /// <item><term>no master to reload</term><description>unavailable, nothing changed</description></item>
    /// <item><term>the configuration is not ours (<c>map-only</c>)</term><description>only checked: backend and map are there</description></item>
    /// </list>
    /// </remarks>
    public async Task AttachAsync(Color color, CancellationToken cancellationToken)
    {
        if (options.Manage == HaproxyManage.MapOnly)
        {
            await HealthAsync(color, cancellationToken);
            await DescribeAsync(cancellationToken);
            return;
        }

        var configuration = HaproxyConfiguration.Render(options);
        foreach (var balancer in balancers)
        {
            // one after the other: a configuration that does not load stops at the first
            await balancer.ApplyAsync(configuration, cancellationToken);
        }
    }

    /// <remarks>
    /// Never reloads. Under the lock of each balancer:
    /// <list type="table">
    /// <item><term>file and process have the split</term><description>nothing is written</description></item>
    /// <item><term>only the file has it (cut before the process was told)</term><description>process</description></item>
    /// <item><term>only the process has it (changed by hand)</term><description>file</description></item>
    /// <item><term>neither</term><description>file, then process: a reload or crash in between comes up with the new split</description></item>
    /// <item><term>read back is something else</term><description>refused, with what was read</description></item>
    /// </list>
    /// </remarks>
    public async Task<TrafficState> ShiftAsync(TrafficSplit split, CancellationToken cancellationToken)
    {
        var readings = await balancers.EachAsync(balancer => balancer.WriteSplitAsync(split.Green, cancellationToken));
        for (var index = 0; index < readings.Length; index++)
        {
            if (!readings[index].Is(split.Green))
            {
                throw new ProviderRefusedException(
                    $"HAProxy {balancers[index].Name} did not take the split '{split}': the running process has '{readings[index].Runtime}' percent green and the file '{readings[index].File}'. Look for somebody else who writes '{options.SplitFile}'.");
            }
        }

        return State(readings);
    }

    public Task<TrafficState> RestoreAsync(JsonElement snapshot, CancellationToken cancellationToken) =>
        ShiftAsync(SplitFile.Split(HaproxySnapshot.Percent(snapshot)), cancellationToken);

    public async Task<ColorHealth> HealthAsync(Color color, CancellationToken cancellationToken)
    {
        var lines = await balancers.EachAsync(balancer => balancer.StatAsync(options.Backends.Of(color), cancellationToken));
        var servers = lines.SelectMany(each => each).Where(line => line.IsServer).ToList();
        var faults = servers.Select(ServerHealth.Fault).OfType<string>().ToList();
        return new ColorHealth(servers.Count - faults.Count, servers.Count, [.. faults.Take(3)]);
    }

    /// <summary>Requests in flight or queued on the colour's servers, those of workers that a reload replaced included.</summary>
    public async Task<int?> ConnectionsAsync(Color color, CancellationToken cancellationToken)
    {
        var counts = await balancers.EachAsync(
            balancer => balancer.ConnectionsAsync(options.Backends.Of(color), options.Manage == HaproxyManage.Config, cancellationToken));
        return counts.Sum();
    }

    public PreviewAddress? Preview(Color color) => HaproxyPreview.Address(options, color);

    private async Task<SplitReading> ReadAsync(IBalancer balancer, CancellationToken cancellationToken)
    {
        try
        {
            return await balancer.ReadSplitAsync(cancellationToken);
        }
        catch (ProviderRefusedException) when (options.Manage == HaproxyManage.Config)
        {
            if (await balancer.RunsOurConfigurationAsync(cancellationToken))
            {
                throw;
            }

            return new SplitReading(null, null);
        }
    }

    private static TrafficState State(IReadOnlyList<SplitReading> readings)
    {
        var percents = readings.Select(reading => reading.Runtime ?? 0).Distinct().ToList();
        if (percents.Count > 1)
        {
            throw new ProviderRefusedException(
                $"The load balancers disagree: '{string.Join("', '", percents)}' percent green. Make them agree by shifting or restoring the traffic, then try again.");
        }

        var file = readings.Select(reading => reading.File).FirstOrDefault(percent => percent is not null && percent != percents[0]);
        return new TrafficState(SplitFile.Split(percents[0]), new HaproxySnapshot(percents[0], file).ToElement());
    }
}
