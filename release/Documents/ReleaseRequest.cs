using BlueGreenServerless.Plans;

namespace BlueGreenServerless.Documents;

/// <summary>What Trigger receives: please release this.</summary>
/// <param name="Attempt">1 for events; the command line counts up, so that a version that failed can be released again.</param>
public sealed record ReleaseRequest(ReleaseConfiguration Configuration, Artifact Artifact, string By, int Attempt = 1)
{
    /// <summary>Since when it waits for the end of another release; null when it does not.</summary>
    public DateTimeOffset? WaitsSince { get; init; }
}
