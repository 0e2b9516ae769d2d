namespace BlueGreenServerless.Providers.Ovh.Balancing;

/// <summary>What becomes of changes that others have staged: publishing ours publishes theirs.</summary>
public enum OvhPending
{
    /// <summary>Nothing is published while there are some.</summary>
    Refuse,

    /// <summary>They go live only when traffic has to be put back.</summary>
    Restore,

    /// <summary>They go live with ours.</summary>
    Publish,
}
