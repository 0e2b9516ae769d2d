using BlueGreenServerless.Documents;
using BlueGreenServerless.Rules;

namespace BlueGreenServerless.Cli.Output;

/// <summary>A release that waits for the end of another one, or of a freeze.</summary>
/// <param name="Since">Null when a version of this program that did not note it has put it there.</param>
internal sealed record WaitingRelease(string Id, string Version, string By, DateTimeOffset? Since)
{
    public static WaitingRelease Of(ReleaseRequest request) => new(
        ReleaseName.Of(request.Configuration.App, request.Artifact, request.Attempt), request.Artifact.Version, request.By, request.WaitsSince);
}
