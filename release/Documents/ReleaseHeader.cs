namespace BlueGreenServerless.Documents;

/// <summary>What identifies a release.</summary>
/// <param name="Id">Also the name of the execution; 1 to 80 characters of <c>[0-9A-Za-z-_]</c>.</param>
/// <param name="By">Who or what asked for it: a person, a bucket event, a pipeline.</param>
public sealed record ReleaseHeader(string Id, string App, Artifact Artifact, string By, DateTimeOffset StartedAt)
{
    public string Version => Artifact.Version;
}
