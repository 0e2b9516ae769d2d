using BlueGreenServerless.Documents;
using BlueGreenServerless.Failures;
using BlueGreenServerless.Ports;
using BlueGreenServerless.Traffic;
using Microsoft.Extensions.Logging;

namespace BlueGreenServerless.Functions.Inspect;

/// <summary>Reads the real traffic of a target, takes the snapshot and refuses what the target cannot do. Changes nothing.</summary>
/// <remarks>
/// <list type="table">
/// <listheader><term>finding</term><description>result</description></listheader>
/// <item><term>the traffic is divided</term><description>TrafficMixedException</description></item>
/// <item><term>a ramp without weights; smoke tests or probes without preview; alarms without a source</term><description>NotSupportedByTargetException</description></item>
/// <item><term>an alarm that is not known / fires</term><description>InvalidRequestException / ProviderRefusedException</description></item>
/// <item><term>the idle colour has no hosts</term><description>InvalidRequestException, unless a fleet makes them</description></item>
/// <item><term>otherwise</term><description>live colour, split and snapshot in the document</description></item>
/// </list>
/// </remarks>
public sealed class InspectFunction(StageServices services) : IStage<TargetRelease, TargetRelease>
{
    private readonly ILogger log = services.Logs.CreateLogger("Inspect");

    public async Task<TargetRelease> RunAsync(TargetRelease input, CancellationToken cancellationToken)
    {
        var target = input.Target;
        var router = services.Ports.Router(target);
        var traffic = await router.DescribeAsync(cancellationToken);
        var live = traffic.Split.Whole() ?? throw Mixed(target, traffic.Split);

        RequiredAbilities.Check(input, router, live.Other());
        await CheckAlarmsAsync(input, cancellationToken);
        await CheckHostsAsync(target, live.Other(), cancellationToken);
        await CompareWithRecordAsync(input, live, cancellationToken);
        log.LogInformation("{Release} Inspect {Target}: {Live} is live", input.Header.Id, target.Name, live);
        return input.With(target with { Live = live, Split = traffic.Split, Snapshot = traffic.Snapshot });
    }

    private async Task CheckAlarmsAsync(TargetRelease input, CancellationToken cancellationToken)
    {
        var names = input.Plan.Observe.Alarms;
        var readings = names.Count == 0 ? [] : await services.Ports.Metrics(input.Target).AlarmsAsync(names, cancellationToken);
        foreach (var name in names)
        {
            var reading = readings.FirstOrDefault(known => known.Name == name);
            if (reading is not { Exists: true })
            {
                throw new InvalidRequestException(
                    $"The alarm '{name}' (observe.alarms) is not known to the metrics of target '{input.Target.Name}'. Only alarms that exist can be watched. Correct the name.");
            }

            if (reading.Firing)
            {
                throw new ProviderRefusedException(
                    $"The alarm '{name}' (observe.alarms) of target '{input.Target.Name}' fires already{(reading.Why is null ? "" : $": {reading.Why}")}. " +
                    "It must be quiet before a release. Look at it first, and release again.");
            }
        }
    }

    private async Task CheckHostsAsync(TargetState target, Color idle, CancellationToken cancellationToken)
    {
        if (target.Fleet is not null)
        {
            return;
        }

        var hosts = services.Ports.Hosts(target.Hosts);
        if (!await hosts.AnyAsync(idle, cancellationToken))
        {
            throw new InvalidRequestException(
                $"The idle colour {idle.Lower()} of target '{target.Name}' has '0' hosts. At least one is needed. Add hosts, or a fleet that makes them.");
        }

        if (await hosts.UnreachableAsync(idle, cancellationToken) is { Count: > 0 } faults)
        {
            throw new ProviderRefusedException(
                $"Hosts of the idle colour {idle.Lower()} of target '{target.Name}' cannot be worked on; nothing was changed. {string.Join(' ', faults)}");
        }
    }

    /// <summary>The load balancer is right, whatever was remembered; a difference is worth a line in the log, because somebody made it by hand.</summary>
    private async Task CompareWithRecordAsync(TargetRelease input, Color live, CancellationToken cancellationToken)
    {
        var pointer = await services.Store.FindLiveAsync(input.Header.App, cancellationToken);
        var record = pointer is null ? null : await services.Store.FindAsync(input.Header.App, pointer.ReleaseId, cancellationToken);
        var before = record?.Document.Targets.FirstOrDefault(target => target.Name == input.Target.Name);
        if (before is { Live: not null } && before.Idle() != live)
        {
            log.LogWarning(
                "{Release} Inspect {Target}: the traffic is on {Live}, but release {Before} left it on {Expected}; it was moved by hand",
                input.Header.Id, input.Target.Name, live, pointer!.ReleaseId, before.Idle());
        }
    }

    private static TrafficMixedException Mixed(TargetState target, TrafficSplit split) => new(
        $"The traffic of target '{target.Name}' is divided: '{split}'. A release needs all of it on one colour, the other one is installed on. " +
        "Run bluegreen rollback, or shift it to one colour by hand, and release again.");
}
