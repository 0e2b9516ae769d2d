namespace BlueGreenServerless.Verdicts;

/// <summary>What became of the old colour at the end of its standby window.</summary>
public enum RetireVerdict
{
    /// <summary>The contract migration or the scale-in is still running.</summary>
    Running,
    Retired,

    /// <summary>A newer release or a rollback has used the colour since: nothing to retire.</summary>
    Superseded,
    Failed,
}
