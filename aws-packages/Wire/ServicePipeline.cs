using Amazon.Runtime.Internal;

namespace AwsPackages.Wire;

internal static class ServicePipeline
{
    /// <summary>
    /// Marshaller, then signature scheme, then endpoint. Both are added right after the marshaller, so the one that comes first in
    /// the pipeline is added last.
    /// </summary>
    public static void Customize(RuntimePipeline pipeline)
    {
        pipeline.RemoveHandler<EndpointResolver>();
        pipeline.AddHandlerAfter<Marshaller>(new RegionalEndpointResolver());
        pipeline.AddHandlerAfter<Marshaller>(new SignatureResolver());
    }
}
