using Amazon.Runtime;
using Amazon.Runtime.Endpoints;
using Amazon.Runtime.Internal;
using Amazon.Util.Internal;
using AwsPackages.Wire;

namespace Amazon.CloudWatch;

public class AmazonCloudWatchConfig : ClientConfig
{
    private static readonly string Agent =
        InternalSDKUtils.BuildUserAgentString(CloudWatchService.Description.ServiceId, "4.0.0.0");

    public AmazonCloudWatchConfig() : base(new DefaultConfigurationProvider(RetryDefaults.Modes))
    {
        ServiceId = CloudWatchService.Description.ServiceId;
        AuthenticationServiceName = CloudWatchService.Description.EndpointPrefix;
        EndpointProvider = new RegionalEndpointProvider(CloudWatchService.Description.EndpointPrefix);
    }

    public override string RegionEndpointServiceName => CloudWatchService.Description.EndpointPrefix;

    public override string ServiceVersion => CloudWatchService.Description.ApiVersion;

    public override string UserAgent => Agent;

    public override Endpoint DetermineServiceOperationEndpoint(ServiceOperationEndpointParameters parameters) =>
        EndpointProvider.ResolveEndpoint(RegionalEndpointParameters.Of(this, parameters.AlternateEndpoint));
}
