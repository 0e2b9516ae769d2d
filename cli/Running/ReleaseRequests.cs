using BlueGreenServerless.Cli.Commands;
using BlueGreenServerless.Configuration;
using BlueGreenServerless.Documents;
using BlueGreenServerless.Failures;
using BlueGreenServerless.Plans;
using BlueGreenServerless.Providers.Local.Artifacts;
using BlueGreenServerless.Providers.Registry;
using BlueGreenServerless.Records;
using BlueGreenServerless.Verdicts;

namespace BlueGreenServerless.Cli.Running;

/// <summary>Makes a request from a file and an artifact, both checked before anything is touched.</summary>
internal static class ReleaseRequests
{
    private const int LongestName = 200;

    public static async Task<ReleaseRequest> FromAsync(
        AppSession session, string path, string? version, string? sha256, string by, CancellationToken cancellationToken)
    {
        var configuration = Configuration(session.File);
        var verified = await VerifiedAsync(configuration, path, version, sha256, cancellationToken);
        var history = await session.Store.HistoryAsync(session.App, limit: 1000, cancellationToken);
        var live = await session.Store.FindLiveAsync(session.App, cancellationToken);
        return new ReleaseRequest(configuration, verified, Name(by), Attempt(history, live, verified));
    }

    public static Task<Artifact> VerifiedAsync(
        ReleaseConfiguration configuration, string path, string? version, string? sha256, CancellationToken cancellationToken) =>
        new FileArtifacts().VerifyAsync(
            ReleaseArguments.Artifact(configuration.App, path, version, sha256), configuration.Install.MaxUnpackedMiB * 1024L * 1024, cancellationToken);

    public static ReleaseConfiguration Configuration(string file) => Read(file).OrThrow();

    public static ConfigurationResult Read(string file) => new ConfigurationReader(ProviderRegistry.Discover().All).Read(file);

    /// <summary>One more for every time that this artifact was released and is over, so that it can be released again.</summary>
    private static int Attempt(IReadOnlyList<ReleaseRecord> history, LivePointer? live, Artifact artifact)
    {
        var same = history.Where(record => record.Version == artifact.Version && record.Document.Header.Artifact.Sha256 == artifact.Sha256);
        return 1 + same.Count(record => record.Outcome != Outcome.Running && record.Id != live?.ReleaseId);
    }

    private static string Name(string by) => by.Length is > 0 and <= LongestName && !by.Any(char.IsControl) ? by : throw new InvalidRequestException(
        $"The name '{AppNames.Short(by)}' cannot be recorded. Allowed are 1 to {LongestName} characters without control characters. Shorten --by.");
}
