using Amazon.Runtime;
using Amazon.Runtime.Endpoints;
using Amazon.Runtime.Internal;
using Amazon.CodePipeline.Model;
using AwsPackages.Wire;

namespace Amazon.CodePipeline;

public class AmazonCodePipelineClient : AmazonServiceClient, IAmazonCodePipeline
{
    private static readonly ServiceOperations Operations = new(CodePipelineService.Description);
    private static readonly ServiceMetadata Metadata = new(CodePipelineService.Description.ServiceId);

    public AmazonCodePipelineClient() : base(new AmazonCodePipelineConfig()) { }

    public AmazonCodePipelineClient(RegionEndpoint region) : base(new AmazonCodePipelineConfig { RegionEndpoint = region }) { }

    public AmazonCodePipelineClient(AmazonCodePipelineConfig config) : base(config) { }

    public AmazonCodePipelineClient(AWSCredentials credentials) : base(credentials, new AmazonCodePipelineConfig()) { }

    public AmazonCodePipelineClient(AWSCredentials credentials, RegionEndpoint region)
        : base(credentials, new AmazonCodePipelineConfig { RegionEndpoint = region }) { }

    public AmazonCodePipelineClient(AWSCredentials credentials, AmazonCodePipelineConfig clientConfig)
        : base(credentials, clientConfig) { }

    public AmazonCodePipelineClient(string awsAccessKeyId, string awsSecretAccessKey)
        : base(awsAccessKeyId, awsSecretAccessKey, new AmazonCodePipelineConfig()) { }

    public AmazonCodePipelineClient(string awsAccessKeyId, string awsSecretAccessKey, RegionEndpoint region)
        : base(awsAccessKeyId, awsSecretAccessKey, new AmazonCodePipelineConfig { RegionEndpoint = region }) { }

    public AmazonCodePipelineClient(string awsAccessKeyId, string awsSecretAccessKey, AmazonCodePipelineConfig clientConfig)
        : base(awsAccessKeyId, awsSecretAccessKey, clientConfig) { }

    public AmazonCodePipelineClient(string awsAccessKeyId, string awsSecretAccessKey, string awsSessionToken)
        : base(awsAccessKeyId, awsSecretAccessKey, awsSessionToken, new AmazonCodePipelineConfig()) { }

    public AmazonCodePipelineClient(string awsAccessKeyId, string awsSecretAccessKey, string awsSessionToken, RegionEndpoint region)
        : base(awsAccessKeyId, awsSecretAccessKey, awsSessionToken, new AmazonCodePipelineConfig { RegionEndpoint = region }) { }

    public AmazonCodePipelineClient(
        string awsAccessKeyId, string awsSecretAccessKey, string awsSessionToken, AmazonCodePipelineConfig clientConfig)
        : base(awsAccessKeyId, awsSecretAccessKey, awsSessionToken, clientConfig) { }

    protected override IServiceMetadata ServiceMetadata => Metadata;

    public virtual Task<PutJobSuccessResultResponse> PutJobSuccessResultAsync(
        PutJobSuccessResultRequest request, CancellationToken cancellationToken = default) =>
        CallAsync<PutJobSuccessResultResponse>("PutJobSuccessResult", request, cancellationToken);

    public virtual Task<PutJobFailureResultResponse> PutJobFailureResultAsync(
        PutJobFailureResultRequest request, CancellationToken cancellationToken = default) =>
        CallAsync<PutJobFailureResultResponse>("PutJobFailureResult", request, cancellationToken);

    public Endpoint DetermineServiceOperationEndpoint(AmazonWebServiceRequest request) =>
        Config.DetermineServiceOperationEndpoint(new ServiceOperationEndpointParameters(request));

    protected override void CustomizeRuntimePipeline(RuntimePipeline pipeline) => ServicePipeline.Customize(pipeline);

    private Task<TResponse> CallAsync<TResponse>(string operation, AmazonWebServiceRequest request, CancellationToken cancellationToken)
        where TResponse : AmazonWebServiceResponse, new() =>
        InvokeAsync<TResponse>(request, Operations.For<TResponse>(operation), cancellationToken);
}
