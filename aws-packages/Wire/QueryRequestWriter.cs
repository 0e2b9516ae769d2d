using Amazon.Runtime;
using Amazon.Runtime.Internal;
using Amazon.Runtime.Internal.Transform;

namespace AwsPackages.Wire;

/// <summary>awsQuery: operation, version and every member as form fields.</summary>
internal sealed class QueryRequestWriter(ServiceDescription service, string operation) : IMarshaller<IRequest, AmazonWebServiceRequest>
{
    public IRequest Marshall(AmazonWebServiceRequest input)
    {
        var request = new DefaultRequest(input, service.ClientNamespace) { HttpMethod = "POST", ResourcePath = "/" };
        request.Parameters.Add("Action", operation);
        request.Parameters.Add("Version", service.ApiVersion);
        new QueryFields(request.Parameters).AddMembers("", input);
        return request;
    }
}
