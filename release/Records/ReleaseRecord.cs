using BlueGreenServerless.Documents;
using BlueGreenServerless.Failures;
using BlueGreenServerless.Verdicts;

namespace BlueGreenServerless.Records;

/// <summary>What is kept of a release: its newest document, and when it began and ended.</summary>
public sealed record ReleaseRecord(
    string App, string Id, string Version, Outcome Outcome, DateTimeOffset StartedAt, DateTimeOffset? EndedAt, Failure? Failure, Release Document)
{
    public static ReleaseRecord Of(Release document, DateTimeOffset? endedAt) => new(
        document.Header.App, document.Header.Id, document.Header.Version, document.Outcome, document.Header.StartedAt, endedAt, document.Failure, document);
}
