namespace BlueGreenServerless.Traffic;

/// <summary>The shape of a ramp.</summary>
public enum StrategyKind
{
    /// <summary>One step to 100.</summary>
    AllAtOnce,

    /// <summary>The listed steps, for example 5, 25, 50, 100.</summary>
    Canary,

    /// <summary>Equal steps of a fixed size up to 100.</summary>
    Linear,
}
