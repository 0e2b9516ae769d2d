using Amazon.CloudWatch.Model;
using AwsPackages.Wire;

namespace Amazon.CloudWatch;

/// <summary>How Amazon CloudWatch is spoken to.</summary>
internal static class CloudWatchService
{
    public static readonly ServiceDescription Description = new()
    {
        ServiceId = "CloudWatch",
        EndpointPrefix = "monitoring",
        ApiVersion = "2010-08-01",
        ClientNamespace = "Amazon.CloudWatch",
        OtherError = (m, e, t, c, r, s) => new AmazonCloudWatchException(m, e, t, c, r, s),
        Errors = new Dictionary<string, ExceptionFactory>(StringComparer.Ordinal)
        {
            ["InternalServiceError"] = (m, e, t, c, r, s) => new InternalServiceException(m, e, t, c, r, s),
            ["InvalidFormat"] = (m, e, t, c, r, s) => new InvalidFormatException(m, e, t, c, r, s),
            ["InvalidNextToken"] = (m, e, t, c, r, s) => new InvalidNextTokenException(m, e, t, c, r, s),
            ["InvalidParameterCombination"] = (m, e, t, c, r, s) => new InvalidParameterCombinationException(m, e, t, c, r, s),
            ["InvalidParameterValue"] = (m, e, t, c, r, s) => new InvalidParameterValueException(m, e, t, c, r, s),
            ["MissingParameter"] = (m, e, t, c, r, s) => new MissingRequiredParameterException(m, e, t, c, r, s),
            ["ResourceNotFound"] = (m, e, t, c, r, s) => new ResourceNotFoundException(m, e, t, c, r, s),
        },
    };
}
