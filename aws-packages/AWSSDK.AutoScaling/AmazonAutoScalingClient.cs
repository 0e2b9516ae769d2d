using Amazon.Runtime;
using Amazon.Runtime.Endpoints;
using Amazon.Runtime.Internal;
using Amazon.AutoScaling.Model;
using AwsPackages.Wire;

namespace Amazon.AutoScaling;

public class AmazonAutoScalingClient : AmazonServiceClient, IAmazonAutoScaling
{
    private static readonly ServiceOperations Operations = new(AutoScalingService.Description);
    private static readonly ServiceMetadata Metadata = new(AutoScalingService.Description.ServiceId);

    private IAutoScalingPaginatorFactory _paginators;

    public AmazonAutoScalingClient() : base(new AmazonAutoScalingConfig()) { }

    public AmazonAutoScalingClient(RegionEndpoint region) : base(new AmazonAutoScalingConfig { RegionEndpoint = region }) { }

    public AmazonAutoScalingClient(AmazonAutoScalingConfig config) : base(config) { }

    public AmazonAutoScalingClient(AWSCredentials credentials) : base(credentials, new AmazonAutoScalingConfig()) { }

    public AmazonAutoScalingClient(AWSCredentials credentials, RegionEndpoint region)
        : base(credentials, new AmazonAutoScalingConfig { RegionEndpoint = region }) { }

    public AmazonAutoScalingClient(AWSCredentials credentials, AmazonAutoScalingConfig clientConfig) : base(credentials, clientConfig) { }

    public AmazonAutoScalingClient(string awsAccessKeyId, string awsSecretAccessKey)
        : base(awsAccessKeyId, awsSecretAccessKey, new AmazonAutoScalingConfig()) { }

    public AmazonAutoScalingClient(string awsAccessKeyId, string awsSecretAccessKey, RegionEndpoint region)
        : base(awsAccessKeyId, awsSecretAccessKey, new AmazonAutoScalingConfig { RegionEndpoint = region }) { }

    public AmazonAutoScalingClient(string awsAccessKeyId, string awsSecretAccessKey, AmazonAutoScalingConfig clientConfig)
        : base(awsAccessKeyId, awsSecretAccessKey, clientConfig) { }

    public AmazonAutoScalingClient(string awsAccessKeyId, string awsSecretAccessKey, string awsSessionToken)
        : base(awsAccessKeyId, awsSecretAccessKey, awsSessionToken, new AmazonAutoScalingConfig()) { }

    public AmazonAutoScalingClient(string awsAccessKeyId, string awsSecretAccessKey, string awsSessionToken, RegionEndpoint region)
        : base(awsAccessKeyId, awsSecretAccessKey, awsSessionToken, new AmazonAutoScalingConfig { RegionEndpoint = region }) { }

    public AmazonAutoScalingClient(
        string awsAccessKeyId, string awsSecretAccessKey, string awsSessionToken, AmazonAutoScalingConfig clientConfig)
        : base(awsAccessKeyId, awsSecretAccessKey, awsSessionToken, clientConfig) { }

    public IAutoScalingPaginatorFactory Paginators => _paginators ??= new AutoScalingPaginatorFactory(this);

    protected override IServiceMetadata ServiceMetadata => Metadata;

    public virtual Task<DescribeAutoScalingGroupsResponse> DescribeAutoScalingGroupsAsync(
        DescribeAutoScalingGroupsRequest request, CancellationToken cancellationToken = default) =>
        CallAsync<DescribeAutoScalingGroupsResponse>("DescribeAutoScalingGroups", request, cancellationToken);

    public virtual Task<UpdateAutoScalingGroupResponse> UpdateAutoScalingGroupAsync(
        UpdateAutoScalingGroupRequest request, CancellationToken cancellationToken = default) =>
        CallAsync<UpdateAutoScalingGroupResponse>("UpdateAutoScalingGroup", request, cancellationToken);

    public virtual Task<SetDesiredCapacityResponse> SetDesiredCapacityAsync(
        SetDesiredCapacityRequest request, CancellationToken cancellationToken = default) =>
        CallAsync<SetDesiredCapacityResponse>("SetDesiredCapacity", request, cancellationToken);

    public Endpoint DetermineServiceOperationEndpoint(AmazonWebServiceRequest request) =>
        Config.DetermineServiceOperationEndpoint(new ServiceOperationEndpointParameters(request));

    protected override void CustomizeRuntimePipeline(RuntimePipeline pipeline) => ServicePipeline.Customize(pipeline);

    private Task<TResponse> CallAsync<TResponse>(string operation, AmazonWebServiceRequest request, CancellationToken cancellationToken)
        where TResponse : AmazonWebServiceResponse, new() =>
        InvokeAsync<TResponse>(request, Operations.For<TResponse>(operation), cancellationToken);
}
