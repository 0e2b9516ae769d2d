using Amazon.AutoScaling.Model;
using AwsPackages.Wire;

namespace Amazon.AutoScaling;

/// <summary>How Amazon EC2 Auto Scaling is spoken to.</summary>
internal static class AutoScalingService
{
    public static readonly ServiceDescription Description = new()
    {
        ServiceId = "Auto Scaling",
        EndpointPrefix = "autoscaling",
        ApiVersion = "2011-01-01",
        ClientNamespace = "Amazon.AutoScaling",
        OtherError = (m, e, t, c, r, s) => new AmazonAutoScalingException(m, e, t, c, r, s),
        Errors = new Dictionary<string, ExceptionFactory>(StringComparer.Ordinal)
        {
            ["InvalidNextToken"] = (m, e, t, c, r, s) => new InvalidNextTokenException(m, e, t, c, r, s),
            ["ResourceContention"] = (m, e, t, c, r, s) => new ResourceContentionException(m, e, t, c, r, s),
            ["ScalingActivityInProgress"] = (m, e, t, c, r, s) => new ScalingActivityInProgressException(m, e, t, c, r, s),
            ["ServiceLinkedRoleFailure"] = (m, e, t, c, r, s) => new ServiceLinkedRoleFailureException(m, e, t, c, r, s),
        },
    };
}
