using System.Net;
using Amazon.Runtime;

namespace Amazon.AutoScaling;

/// <summary>Base of the errors that Amazon EC2 Auto Scaling answers with, and the class of every code without its own.</summary>
public class AmazonAutoScalingException : AmazonServiceException
{
    public AmazonAutoScalingException(string message) : base(message) { }

    public AmazonAutoScalingException(
        string message, Exception innerException, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, innerException, errorType, errorCode, requestId, statusCode) { }
}
