namespace BlueGreenServerless.Verdicts;

/// <summary>What comes next. Decide is the only stage that says it, and every loop of the release passes through it.</summary>
public enum Decision
{
    /// <summary>Bring the idle colours of all targets to the new version and prove them healthy.</summary>
    Prepare,

    /// <summary>Wait for a person.</summary>
    Approve,

    /// <summary>Move the traffic to the next step of the ramp.</summary>
    Shift,

    /// <summary>Stay where we are and observe again.</summary>
    Hold,

    /// <summary>All traffic is on the new colour and the bake time is over.</summary>
    Complete,

    /// <summary>Give up before any traffic moved.</summary>
    Abandon,

    /// <summary>Give up and put the traffic back.</summary>
    Rollback,
}
