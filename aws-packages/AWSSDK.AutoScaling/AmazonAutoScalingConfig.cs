using Amazon.Runtime;
using Amazon.Runtime.Endpoints;
using Amazon.Runtime.Internal;
using Amazon.Util.Internal;
using AwsPackages.Wire;

namespace Amazon.AutoScaling;

public class AmazonAutoScalingConfig : ClientConfig
{
    private static readonly string Agent =
        InternalSDKUtils.BuildUserAgentString(AutoScalingService.Description.ServiceId, "4.0.0.0");

    public AmazonAutoScalingConfig() : base(new DefaultConfigurationProvider(RetryDefaults.Modes))
    {
        ServiceId = AutoScalingService.Description.ServiceId;
        AuthenticationServiceName = AutoScalingService.Description.EndpointPrefix;
        EndpointProvider = new RegionalEndpointProvider(AutoScalingService.Description.EndpointPrefix);
    }

    public override string RegionEndpointServiceName => AutoScalingService.Description.EndpointPrefix;

    public override string ServiceVersion => AutoScalingService.Description.ApiVersion;

    public override string UserAgent => Agent;

    public override Endpoint DetermineServiceOperationEndpoint(ServiceOperationEndpointParameters parameters) =>
        EndpointProvider.ResolveEndpoint(RegionalEndpointParameters.Of(this, parameters.AlternateEndpoint));
}
