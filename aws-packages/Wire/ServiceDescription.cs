using System.Net;
using Amazon.Runtime;
using Amazon.Runtime.Internal;

namespace AwsPackages.Wire;

/// <summary>Makes the exception of one error code.</summary>
internal delegate AmazonServiceException ExceptionFactory(
    string message, Exception innerException, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode);

/// <summary>What tells one service from another on the wire; everything else in this folder is the same for all of them.</summary>
internal sealed class ServiceDescription
{
    /// <summary>Names the service in AWS_ENDPOINT_URL_{id}, in upper case with underscores.</summary>
    public required string ServiceId { get; init; }

    /// <summary>First label of the host name, and the name in the scope of the signature.</summary>
    public required string EndpointPrefix { get; init; }

    public required string ApiVersion { get; init; }

    /// <summary>The namespace of the client, which AWSSDK.Core writes into its logs.</summary>
    public required string ClientNamespace { get; init; }

    /// <summary>Prefix of X-Amz-Target; null for services that speak the query protocol.</summary>
    public string TargetPrefix { get; init; }

    /// <summary>The number in application/x-amz-json-{version}.</summary>
    public string JsonVersion { get; init; }

    /// <summary>Members are camelCase on the wire (Step Functions) instead of PascalCase.</summary>
    public bool CamelCase { get; init; }

    /// <summary>Exceptions by the code that the service answers with.</summary>
    public required IReadOnlyDictionary<string, ExceptionFactory> Errors { get; init; }

    /// <summary>The exception of every code that is not in <see cref="Errors"/>.</summary>
    public required ExceptionFactory OtherError { get; init; }

    public AmazonServiceException Exception(ErrorResponse error, Exception inner, HttpStatusCode status)
    {
        var make = error.Code is not null && Errors.TryGetValue(error.Code, out var known) ? known : OtherError;
        return make(error.Message, inner, error.Type, error.Code, error.RequestId, status);
    }
}
