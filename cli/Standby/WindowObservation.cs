using BlueGreenServerless.Cli.Hosting;
using BlueGreenServerless.Documents;
using BlueGreenServerless.Failures;
using BlueGreenServerless.Functions;
using BlueGreenServerless.Serialization;
using BlueGreenServerless.Verdicts;

namespace BlueGreenServerless.Cli.Standby;

/// <summary>The Observe stage, run on the targets of a release that is over: the same judgement as during the ramp.</summary>
internal sealed class WindowObservation(StageServices services)
{
    private readonly StageRunner _stages = new(services, EmbeddedDefinitions.FunctionPrefix);
    private List<TargetRelease> _targets = [];

    public void Begin(Release release) => _targets = [.. release.Targets.Select((target, index) => Branch(release, target, index))];

    public async Task<IReadOnlyList<WindowSighting>> LookAsync(CancellationToken cancellationToken)
    {
        var seen = new List<WindowSighting>();
        for (var i = 0; i < _targets.Count; i++)
        {
            var (next, sighting) = await LookAsync(_targets[i], cancellationToken);
            _targets[i] = next;
            seen.Add(sighting);
        }

        return seen;
    }

    private async Task<(TargetRelease Next, WindowSighting Seen)> LookAsync(TargetRelease branch, CancellationToken cancellationToken)
    {
        try
        {
            var answer = await _stages.InvokeAsync(
                $"{EmbeddedDefinitions.FunctionPrefix}-Observe-{branch.Target.Metrics.Provider}", ReleaseJson.ToElement(branch), cancellationToken);
            var next = ReleaseJson.FromElement<TargetRelease>(answer);
            return (next, Judged(next));
        }
        catch (ReleaseException failure)
        {
            // not being able to look is no reason to take a version back
            return (branch, new WindowSighting(branch.Target.Name, ObservationVerdict.NoData, $"{failure.GetType().Name}: {failure.Message}"));
        }
    }

    private static WindowSighting Judged(TargetRelease branch)
    {
        var state = branch.Target.Observation;
        return branch.Target.Failure is { } failure
            ? new WindowSighting(branch.Target.Name, ObservationVerdict.Bad, $"{failure.Error}: {failure.Cause}")
            : new WindowSighting(branch.Target.Name, state?.Verdict ?? ObservationVerdict.NoData, state?.Why ?? "nothing was measured yet");
    }

    private static TargetRelease Branch(Release release, TargetState target, int index) => new()
    {
        Header = release.Header,
        Plan = release.Plan,
        Lock = release.Lock,
        Progress = release.Progress,
        Target = target with { Observation = null },
        Index = index,
    };
}
