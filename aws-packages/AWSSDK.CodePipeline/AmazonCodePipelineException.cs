using System.Net;
using Amazon.Runtime;

namespace Amazon.CodePipeline;

/// <summary>Base of the errors that AWS CodePipeline answers with, and the class of every code without its own.</summary>
public class AmazonCodePipelineException : AmazonServiceException
{
    public AmazonCodePipelineException(string message) : base(message) { }

    public AmazonCodePipelineException(
        string message, Exception innerException, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, innerException, errorType, errorCode, requestId, statusCode) { }
}
