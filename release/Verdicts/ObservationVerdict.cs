namespace BlueGreenServerless.Verdicts;

/// <summary>How the new colour does under real traffic.</summary>
public enum ObservationVerdict
{
    Good,
    Bad,

    /// <summary>Too few requests to say anything. Never passes silently: it holds, and a policy decides at the deadline.</summary>
    NoData,
}
