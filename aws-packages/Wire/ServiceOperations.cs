using System.Collections.Concurrent;
using Amazon.Runtime;
using Amazon.Runtime.Internal;

namespace AwsPackages.Wire;

/// <summary>How each operation of a service is written and read; made on its first call, shared by all clients of the service.</summary>
internal sealed class ServiceOperations(ServiceDescription service)
{
    private readonly ConcurrentDictionary<string, InvokeOptions> _options = new(StringComparer.Ordinal);

    public InvokeOptions For<TResponse>(string operation) where TResponse : AmazonWebServiceResponse, new() =>
        _options.GetOrAdd(operation, name => service.TargetPrefix is null ? Query<TResponse>(name) : Json<TResponse>(name));

    private InvokeOptions Json<TResponse>(string operation) where TResponse : AmazonWebServiceResponse, new() => new()
    {
        RequestMarshaller = new JsonRequestWriter(service, operation),
        ResponseUnmarshaller = new JsonResponseReader<TResponse>(service),
    };

    private InvokeOptions Query<TResponse>(string operation) where TResponse : AmazonWebServiceResponse, new() => new()
    {
        RequestMarshaller = new QueryRequestWriter(service, operation),
        ResponseUnmarshaller = new XmlResponseReader<TResponse>(service, operation),
    };
}
