using BlueGreenServerless.Failures;
using BlueGreenServerless.Records;
using BlueGreenServerless.Traffic;
using BlueGreenServerless.Verdicts;

namespace BlueGreenServerless.Cli.Output;

/// <summary>A release for a list: everything but its document.</summary>
public sealed record ReleaseSummary(
    string Id, string Version, Outcome Outcome, string By, DateTimeOffset StartedAt, DateTimeOffset? EndedAt, Failure? Failure,
    DateTimeOffset? StandbyUntil, IReadOnlyList<TargetSummary> Targets)
{
    public static ReleaseSummary Of(ReleaseRecord record) => new(
        record.Id, record.Version, record.Outcome, record.Document.Header.By, record.StartedAt, record.EndedAt, record.Failure,
        record.Document.StandbyUntil, [.. record.Document.Targets.Select(target => new TargetSummary(target.Name, target.Live, target.Split, target.Failure))]);
}
