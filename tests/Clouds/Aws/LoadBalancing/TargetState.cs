namespace BlueGreenServerless.Clouds.Aws.LoadBalancing;

/// <summary>What DescribeTargetHealth says of one target.</summary>
/// <param name="Reason">Null when it is healthy.</param>
public sealed record TargetState(string State, string? Reason = null, string? Description = null)
{
    public static readonly TargetState Registering = new("initial", "Elb.RegistrationInProgress", "Target registration is in progress");
    public static readonly TargetState Checking = new("initial", "Elb.InitialHealthChecking", "Initial health checks in progress");
    public static readonly TargetState Healthy = new("healthy");
    public static readonly TargetState NotInUse = new("unused", "Target.NotInUse", "Target group is not configured to receive traffic from the load balancer");
    public static readonly TargetState NotRegistered = new("unused", "Target.NotRegistered", "Target is not registered to the target group");
    public static readonly TargetState Draining = new("draining", "Target.DeregistrationInProgress", "Target deregistration is in progress");
    public static readonly TargetState TimedOut = new("unhealthy", "Target.Timeout", "Request timed out");
    public static readonly TargetState Failed = new("unhealthy", "Target.FailedHealthChecks", "Health checks failed");

    public static TargetState WrongCode(int code) => new("unhealthy", "Target.ResponseCodeMismatch", $"Health checks failed with these codes: [{code}]");
}
