using BlueGreenServerless.Documents;
using BlueGreenServerless.Failures;
using BlueGreenServerless.Functions.Inspect;
using BlueGreenServerless.Functions.Trigger;
using BlueGreenServerless.Plans;
using BlueGreenServerless.Ports;
using BlueGreenServerless.Traffic;

namespace BlueGreenServerless.Cli.Doctor;

/// <summary>
/// Looks at one target: what every port can be asked, by the rules of the stages, and what a provider knows of its own.
/// </summary>
internal sealed class TargetCheckup(IPorts ports, ReleaseConfiguration configuration, TargetPlan plan, TimeProvider time)
{
    private readonly TargetRelease _document = Document(configuration, plan, time);
    private readonly List<DoctorFinding> _found = [];

    public async Task<IReadOnlyList<DoctorFinding>> RunAsync(CancellationToken cancellationToken)
    {
        var idle = await LookAtRouterAsync(cancellationToken);
        await LookAtHostsAsync(idle, cancellationToken);
        await WithPortAsync<IFleet>("fleet", () => ports.Fleet(_document.Target), _ => Nothing(), cancellationToken);
        await WithPortAsync<IMetricSource>("metrics", () => ports.Metrics(_document.Target), metrics => AlarmsAsync(metrics, cancellationToken), cancellationToken);
        return _found;
    }

    /// <returns>The colour that a release would install on; null while that cannot be said.</returns>
    private async Task<Color?> LookAtRouterAsync(CancellationToken cancellationToken)
    {
        Color? idle = null;
        await WithPortAsync<ITrafficRouter>("router", () => ports.Router(_document.Target), async router =>
        {
            var traffic = await router.DescribeAsync(cancellationToken);
            idle = traffic.Split.Whole()?.Other();
            if (idle is not { } color)
            {
                return [Diagnosis.Blocking($"The traffic of target '{plan.Name}' is divided: '{traffic.Split}'. A release needs all of it on one colour. Run bluegreen rollback, or shift it by hand.")];
            }

            RequiredAbilities.Check(_document, router, color);
            return [Diagnosis.Fine($"the traffic is {traffic.Split}; {color.Lower()} is idle")];
        }, cancellationToken);
        return idle;
    }

    /// <summary>The idle colour's hosts are needed by the next release, the other one's by the release after it.</summary>
    private Task LookAtHostsAsync(Color? idle, CancellationToken cancellationToken) => WithPortAsync<IHostCommands>("hosts", () => ports.Hosts(plan.Hosts), async hosts =>
    {
        var seen = new List<Diagnosis>();
        foreach (var color in Enum.GetValues<Color>())
        {
            seen.AddRange(await Diagnosis.LookAsync(() => HostsAsync(hosts, color, color != (idle ?? color), cancellationToken)));
        }

        return seen;
    }, cancellationToken);

    private async Task<IReadOnlyList<Diagnosis>> HostsAsync(IHostCommands hosts, Color color, bool later, CancellationToken cancellationToken)
    {
        var level = later ? DiagnosisLevel.Warning : DiagnosisLevel.Blocking;
        var count = await hosts.CountAsync(color, cancellationToken);
        if (count == 0)
        {
            return plan.Fleet is not null
                ? [Diagnosis.Fine($"{color.Lower()} has no hosts; the fleet makes them")]
                : [new Diagnosis(level, $"The colour {color.Lower()} of target '{plan.Name}' has '0' hosts. At least one is needed. Add hosts, or a fleet that makes them.")];
        }

        var faults = await hosts.UnreachableAsync(color, cancellationToken);
        return faults.Count == 0
            ? [Diagnosis.Fine($"{count} host(s) of {color.Lower()} can be worked on")]
            : [.. faults.Select(fault => new Diagnosis(level, $"A host of {color.Lower()} cannot be worked on: {fault} Every host of a colour is needed. Look at it, or take it out."))];
    }

    private async Task<IReadOnlyList<Diagnosis>> AlarmsAsync(IMetricSource metrics, CancellationToken cancellationToken)
    {
        var names = configuration.Observe.Alarms;
        var readings = names.Count == 0 ? [] : await metrics.AlarmsAsync(names, cancellationToken);
        return [.. names.Select(name => Alarm(name, readings.FirstOrDefault(known => known.Name == name)))];
    }

    private static Diagnosis Alarm(string name, AlarmReading? reading) => reading switch
    {
        not { Exists: true } => Diagnosis.Blocking($"The alarm '{name}' (observe.alarms) is not known to the metrics. Only alarms that exist can be watched. Correct the name."),
        { Firing: true } => Diagnosis.Blocking(
            $"The alarm '{name}' (observe.alarms) fires already{(reading.Why is null ? "" : $": {reading.Why}")}. It must be quiet before a release. Look at it first."),
        _ => Diagnosis.Fine($"the alarm '{name}' is quiet"),
    };

    /// <summary>Asks the port what every one can be asked, and then what its provider knows.</summary>
    private async Task WithPortAsync<TPort>(
        string name, Func<TPort?> make, Func<TPort, Task<IReadOnlyList<Diagnosis>>> look, CancellationToken cancellationToken)
        where TPort : class
    {
        TPort? port = null;
        Say(name, await Diagnosis.LookAsync(async () => (port = make()) is null ? [] : await look(port)));
        if (port is IDiagnosed diagnosed)
        {
            Say(name, await Diagnosis.LookAsync(() => diagnosed.DiagnoseAsync(cancellationToken)));
        }
    }

    private void Say(string port, IEnumerable<Diagnosis> seen) => _found.AddRange(seen.Select(one => new DoctorFinding($"{plan.Name} {port}", one.Level, one.Text)));

    private static Task<IReadOnlyList<Diagnosis>> Nothing() => Task.FromResult<IReadOnlyList<Diagnosis>>([]);

    /// <summary>The document as Inspect would get it, for its rules.</summary>
    private static TargetRelease Document(ReleaseConfiguration configuration, TargetPlan plan, TimeProvider time)
    {
        var artifact = new Artifact(new Uri("none:"), "0");
        var release = InitialDocument.Of(new ReleaseRequest(configuration with { Targets = [plan] }, artifact, "doctor"), "doctor", time.GetUtcNow());
        return new TargetRelease { Header = release.Header, Plan = release.Plan, Progress = release.Progress, Target = release.Targets[0] };
    }
}
