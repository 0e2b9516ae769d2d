namespace BlueGreenServerless.Documents;

/// <summary>Health of one colour as the load balancer counts it.</summary>
/// <param name="Failures">At most three, for example <c>g1: L7STS 503</c>.</param>
public sealed record ColorHealth(int Healthy, int Total, IReadOnlyList<string> Failures)
{
    /// <summary>True when there is at least one host and none is unhealthy.</summary>
    public bool AllHealthy => Total > 0 && Healthy == Total;
}
