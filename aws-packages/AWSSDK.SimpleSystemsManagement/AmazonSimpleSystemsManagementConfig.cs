using Amazon.Runtime;
using Amazon.Runtime.Endpoints;
using Amazon.Runtime.Internal;
using Amazon.Util.Internal;
using AwsPackages.Wire;

namespace Amazon.SimpleSystemsManagement;

public class AmazonSimpleSystemsManagementConfig : ClientConfig
{
    private static readonly string Agent =
        InternalSDKUtils.BuildUserAgentString(SimpleSystemsManagementService.Description.ServiceId, "4.0.0.0");

    public AmazonSimpleSystemsManagementConfig() : base(new DefaultConfigurationProvider(RetryDefaults.Modes))
    {
        ServiceId = SimpleSystemsManagementService.Description.ServiceId;
        AuthenticationServiceName = SimpleSystemsManagementService.Description.EndpointPrefix;
        EndpointProvider = new RegionalEndpointProvider(SimpleSystemsManagementService.Description.EndpointPrefix);
    }

    public override string RegionEndpointServiceName => SimpleSystemsManagementService.Description.EndpointPrefix;

    public override string ServiceVersion => SimpleSystemsManagementService.Description.ApiVersion;

    public override string UserAgent => Agent;

    public override Endpoint DetermineServiceOperationEndpoint(ServiceOperationEndpointParameters parameters) =>
        EndpointProvider.ResolveEndpoint(RegionalEndpointParameters.Of(this, parameters.AlternateEndpoint));
}
