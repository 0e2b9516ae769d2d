using System.Text.Json;
using Amazon.Runtime;
using Amazon.Runtime.Internal;
using Amazon.Runtime.Internal.Transform;

namespace AwsPackages.Wire;

/// <summary>awsJson1_0 and awsJson1_1: the operation in a header, the request as one JSON object.</summary>
internal sealed class JsonRequestWriter(ServiceDescription service, string operation) : IMarshaller<IRequest, AmazonWebServiceRequest>
{
    public IRequest Marshall(AmazonWebServiceRequest input)
    {
        var request = new DefaultRequest(input, service.ClientNamespace) { HttpMethod = "POST", ResourcePath = "/" };
        request.Headers["X-Amz-Target"] = $"{service.TargetPrefix}.{operation}";
        request.Headers["Content-Type"] = $"application/x-amz-json-{service.JsonVersion}";
        request.Headers["x-amz-api-version"] = service.ApiVersion;
        request.Content = JsonSerializer.SerializeToUtf8Bytes(input, input.GetType(), JsonContract.Of(service));
        return request;
    }
}
