namespace BlueGreenServerless.Providers.Ovh.Balancing;

/// <summary>What a change is for, and so what may be published with it.</summary>
internal enum Purpose
{
    /// <summary>The first change of a release: nothing of others may be pending even when there is nothing to change.</summary>
    Attach,
    Shift,
    Restore,
}
