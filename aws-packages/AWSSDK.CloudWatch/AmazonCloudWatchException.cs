using System.Net;
using Amazon.Runtime;

namespace Amazon.CloudWatch;

/// <summary>Base of the errors that Amazon CloudWatch answers with, and the class of every code without its own.</summary>
public class AmazonCloudWatchException : AmazonServiceException
{
    public AmazonCloudWatchException(string message) : base(message) { }

    public AmazonCloudWatchException(
        string message, Exception innerException, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, innerException, errorType, errorCode, requestId, statusCode) { }
}
