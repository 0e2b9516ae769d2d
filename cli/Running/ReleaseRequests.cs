using BlueGreenServerless.Cli.Commands;
using BlueGreenServerless.Configuration;
using BlueGreenServerless.Documents;
using BlueGreenServerless.Failures;
using BlueGreenServerless.Plans;
using BlueGreenServerless.Providers.Local.Artifacts;
using BlueGreenServerless.Providers.Registry;

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
        return await session.Host.RequestAsync(session, configuration, verified, Name(by), cancellationToken);
    }

    public static Task<Artifact> VerifiedAsync(
        ReleaseConfiguration configuration, string path, string? version, string? sha256, CancellationToken cancellationToken) =>
        new FileArtifacts().VerifyAsync(
            ReleaseArguments.Artifact(configuration.App, path, version, sha256), configuration.Install.MaxUnpackedMiB * 1024L * 1024, cancellationToken);

    public static ReleaseConfiguration Configuration(string file) => Read(file).OrThrow();

    public static ConfigurationResult Read(string file) => new ConfigurationReader(ProviderRegistry.Discover().All).Read(file);

    private static string Name(string by) => by.Length is > 0 and <= LongestName && !by.Any(char.IsControl) ? by : throw new InvalidRequestException(
        $"The name '{AppNames.Short(by)}' cannot be recorded. Allowed are 1 to {LongestName} characters without control characters. Shorten --by.");
}
