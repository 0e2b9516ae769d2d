namespace BlueGreenServerless.Verdicts;

/// <summary>Did the traffic move, verified by reading it back?</summary>
public enum ShiftVerdict
{
    Shifted,
    Failed,
}
