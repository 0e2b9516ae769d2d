using Amazon.Runtime;
using Amazon.Runtime.Endpoints;
using Amazon.Runtime.Internal;
using Amazon.Util.Internal;
using AwsPackages.Wire;

namespace Amazon.StepFunctions;

public class AmazonStepFunctionsConfig : ClientConfig
{
    private static readonly string Agent =
        InternalSDKUtils.BuildUserAgentString(StepFunctionsService.Description.ServiceId, "4.0.0.0");

    public AmazonStepFunctionsConfig() : base(new DefaultConfigurationProvider(RetryDefaults.Modes))
    {
        ServiceId = StepFunctionsService.Description.ServiceId;
        AuthenticationServiceName = StepFunctionsService.Description.EndpointPrefix;
        EndpointProvider = new RegionalEndpointProvider(StepFunctionsService.Description.EndpointPrefix);
    }

    public override string RegionEndpointServiceName => StepFunctionsService.Description.EndpointPrefix;

    public override string ServiceVersion => StepFunctionsService.Description.ApiVersion;

    public override string UserAgent => Agent;

    public override Endpoint DetermineServiceOperationEndpoint(ServiceOperationEndpointParameters parameters) =>
        EndpointProvider.ResolveEndpoint(RegionalEndpointParameters.Of(this, parameters.AlternateEndpoint));
}
