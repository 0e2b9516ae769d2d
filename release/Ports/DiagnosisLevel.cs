namespace BlueGreenServerless.Ports;

/// <summary>What a finding of the doctor means for a release.</summary>
public enum DiagnosisLevel
{
    /// <summary>As it should be.</summary>
    Fine,

    /// <summary>A release would run, and may surprise.</summary>
    Warning,

    /// <summary>A release would be refused or fail.</summary>
    Blocking,
}
