namespace BlueGreenServerless.Functions;

/// <summary>Which port's provider a stage is deployed for; the name of its function ends with that provider's name.</summary>
public enum StageScope
{
    /// <summary>The stage touches the store, the artifacts and executions, never a provider.</summary>
    None,
    Router,
    Hosts,
    Metrics,
}
