namespace BlueGreenServerless.Verdicts;

/// <summary>How a release stands or ended.</summary>
public enum Outcome
{
    Running,

    /// <summary>The new version has all the traffic.</summary>
    Completed,

    /// <summary>It failed before any traffic moved; users saw nothing.</summary>
    Abandoned,

    /// <summary>The traffic is back as it was.</summary>
    RolledBack,

    /// <summary>The traffic could not be put back within the deadline: a person is needed.</summary>
    RollbackFailed,
}
