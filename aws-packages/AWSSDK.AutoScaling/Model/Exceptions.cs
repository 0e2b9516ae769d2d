using System.Net;
using Amazon.Runtime;

namespace Amazon.AutoScaling.Model;

public class InvalidNextTokenException : AmazonAutoScalingException
{
    public InvalidNextTokenException(string message) : base(message) { }

    public InvalidNextTokenException(
        string message, Exception innerException, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, innerException, errorType, errorCode, requestId, statusCode) { }
}

public class ResourceContentionException : AmazonAutoScalingException
{
    public ResourceContentionException(string message) : base(message) { }

    public ResourceContentionException(
        string message, Exception innerException, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, innerException, errorType, errorCode, requestId, statusCode) { }
}

public class ScalingActivityInProgressException : AmazonAutoScalingException
{
    public ScalingActivityInProgressException(string message) : base(message) { }

    public ScalingActivityInProgressException(
        string message, Exception innerException, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, innerException, errorType, errorCode, requestId, statusCode) { }
}

public class ServiceLinkedRoleFailureException : AmazonAutoScalingException
{
    public ServiceLinkedRoleFailureException(string message) : base(message) { }

    public ServiceLinkedRoleFailureException(
        string message, Exception innerException, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, innerException, errorType, errorCode, requestId, statusCode) { }
}
