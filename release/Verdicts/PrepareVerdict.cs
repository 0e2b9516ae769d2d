namespace BlueGreenServerless.Verdicts;

/// <summary>What Prepare found: is the idle colour ready to be installed on?</summary>
public enum PrepareVerdict
{
    /// <summary>Capacity is still coming up, or old sessions are still on the idle colour.</summary>
    Waiting,
    Ready,
    Failed,
}
