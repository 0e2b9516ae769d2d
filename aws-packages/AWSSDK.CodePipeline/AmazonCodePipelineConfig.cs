using Amazon.Runtime;
using Amazon.Runtime.Endpoints;
using Amazon.Runtime.Internal;
using Amazon.Util.Internal;
using AwsPackages.Wire;

namespace Amazon.CodePipeline;

public class AmazonCodePipelineConfig : ClientConfig
{
    private static readonly string Agent =
        InternalSDKUtils.BuildUserAgentString(CodePipelineService.Description.ServiceId, "4.0.0.0");

    public AmazonCodePipelineConfig() : base(new DefaultConfigurationProvider(RetryDefaults.Modes))
    {
        ServiceId = CodePipelineService.Description.ServiceId;
        AuthenticationServiceName = CodePipelineService.Description.EndpointPrefix;
        EndpointProvider = new RegionalEndpointProvider(CodePipelineService.Description.EndpointPrefix);
    }

    public override string RegionEndpointServiceName => CodePipelineService.Description.EndpointPrefix;

    public override string ServiceVersion => CodePipelineService.Description.ApiVersion;

    public override string UserAgent => Agent;

    public override Endpoint DetermineServiceOperationEndpoint(ServiceOperationEndpointParameters parameters) =>
        EndpointProvider.ResolveEndpoint(RegionalEndpointParameters.Of(this, parameters.AlternateEndpoint));
}
