using Amazon.Runtime;
using Amazon.Runtime.Endpoints;
using Amazon.Runtime.Internal;
using Amazon.Util.Internal;
using AwsPackages.Wire;

namespace Amazon.ElasticLoadBalancingV2;

public class AmazonElasticLoadBalancingV2Config : ClientConfig
{
    private static readonly string Agent =
        InternalSDKUtils.BuildUserAgentString(ElasticLoadBalancingV2Service.Description.ServiceId, "4.0.0.0");

    public AmazonElasticLoadBalancingV2Config() : base(new DefaultConfigurationProvider(RetryDefaults.Modes))
    {
        ServiceId = ElasticLoadBalancingV2Service.Description.ServiceId;
        AuthenticationServiceName = ElasticLoadBalancingV2Service.Description.EndpointPrefix;
        EndpointProvider = new RegionalEndpointProvider(ElasticLoadBalancingV2Service.Description.EndpointPrefix);
    }

    public override string RegionEndpointServiceName => ElasticLoadBalancingV2Service.Description.EndpointPrefix;

    public override string ServiceVersion => ElasticLoadBalancingV2Service.Description.ApiVersion;

    public override string UserAgent => Agent;

    public override Endpoint DetermineServiceOperationEndpoint(ServiceOperationEndpointParameters parameters) =>
        EndpointProvider.ResolveEndpoint(RegionalEndpointParameters.Of(this, parameters.AlternateEndpoint));
}
