using System.Net;
using Amazon.Runtime;

namespace Amazon.StepFunctions;

/// <summary>Base of the errors that AWS Step Functions answers with, and the class of every code without its own.</summary>
public class AmazonStepFunctionsException : AmazonServiceException
{
    public AmazonStepFunctionsException(string message) : base(message) { }

    public AmazonStepFunctionsException(
        string message, Exception innerException, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, innerException, errorType, errorCode, requestId, statusCode) { }
}
