namespace BlueGreenServerless.Providers.Ovh.Provisioning.Frontends;

/// <summary>What becomes of changes of the service that others have staged: publishing ours publishes theirs.</summary>
public enum OvhStaged
{
    /// <summary>Nothing is staged or published while there are some.</summary>
    Refuse,

    /// <summary>They go live with ours.</summary>
    Publish,
}
