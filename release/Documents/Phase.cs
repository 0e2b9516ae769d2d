namespace BlueGreenServerless.Documents;

/// <summary>The part of a release that has just been worked on; Decide moves it forward.</summary>
public enum Phase
{
    Inspect,
    Prepare,
    Approve,
    Ramp,
    Bake,
}
