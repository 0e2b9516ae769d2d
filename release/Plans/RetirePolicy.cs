namespace BlueGreenServerless.Plans;

/// <summary>What Retire does with the old colour.</summary>
public enum RetirePolicy
{
    Keep,
    ScaleIn,
}
