using Amazon.Runtime;
using Amazon.Runtime.Endpoints;
using Amazon.Runtime.Internal;
using Amazon.ElasticLoadBalancingV2.Model;
using AwsPackages.Wire;

namespace Amazon.ElasticLoadBalancingV2;

public class AmazonElasticLoadBalancingV2Client : AmazonServiceClient, IAmazonElasticLoadBalancingV2
{
    private static readonly ServiceOperations Operations = new(ElasticLoadBalancingV2Service.Description);
    private static readonly ServiceMetadata Metadata = new(ElasticLoadBalancingV2Service.Description.ServiceId);

    private IElasticLoadBalancingV2PaginatorFactory _paginators;

    public AmazonElasticLoadBalancingV2Client() : base(new AmazonElasticLoadBalancingV2Config()) { }

    public AmazonElasticLoadBalancingV2Client(RegionEndpoint region)
        : base(new AmazonElasticLoadBalancingV2Config { RegionEndpoint = region }) { }

    public AmazonElasticLoadBalancingV2Client(AmazonElasticLoadBalancingV2Config config) : base(config) { }

    public AmazonElasticLoadBalancingV2Client(AWSCredentials credentials) : base(credentials, new AmazonElasticLoadBalancingV2Config()) { }

    public AmazonElasticLoadBalancingV2Client(AWSCredentials credentials, RegionEndpoint region)
        : base(credentials, new AmazonElasticLoadBalancingV2Config { RegionEndpoint = region }) { }

    public AmazonElasticLoadBalancingV2Client(AWSCredentials credentials, AmazonElasticLoadBalancingV2Config clientConfig)
        : base(credentials, clientConfig) { }

    public AmazonElasticLoadBalancingV2Client(string awsAccessKeyId, string awsSecretAccessKey)
        : base(awsAccessKeyId, awsSecretAccessKey, new AmazonElasticLoadBalancingV2Config()) { }

    public AmazonElasticLoadBalancingV2Client(string awsAccessKeyId, string awsSecretAccessKey, RegionEndpoint region)
        : base(awsAccessKeyId, awsSecretAccessKey, new AmazonElasticLoadBalancingV2Config { RegionEndpoint = region }) { }

    public AmazonElasticLoadBalancingV2Client(
        string awsAccessKeyId, string awsSecretAccessKey, AmazonElasticLoadBalancingV2Config clientConfig)
        : base(awsAccessKeyId, awsSecretAccessKey, clientConfig) { }

    public AmazonElasticLoadBalancingV2Client(string awsAccessKeyId, string awsSecretAccessKey, string awsSessionToken)
        : base(awsAccessKeyId, awsSecretAccessKey, awsSessionToken, new AmazonElasticLoadBalancingV2Config()) { }

    public AmazonElasticLoadBalancingV2Client(
        string awsAccessKeyId, string awsSecretAccessKey, string awsSessionToken, RegionEndpoint region)
        : base(awsAccessKeyId, awsSecretAccessKey, awsSessionToken, new AmazonElasticLoadBalancingV2Config { RegionEndpoint = region }) { }

    public AmazonElasticLoadBalancingV2Client(
        string awsAccessKeyId, string awsSecretAccessKey, string awsSessionToken, AmazonElasticLoadBalancingV2Config clientConfig)
        : base(awsAccessKeyId, awsSecretAccessKey, awsSessionToken, clientConfig) { }

    public IElasticLoadBalancingV2PaginatorFactory Paginators => _paginators ??= new ElasticLoadBalancingV2PaginatorFactory(this);

    protected override IServiceMetadata ServiceMetadata => Metadata;

    public virtual Task<DescribeListenersResponse> DescribeListenersAsync(
        DescribeListenersRequest request, CancellationToken cancellationToken = default) =>
        CallAsync<DescribeListenersResponse>("DescribeListeners", request, cancellationToken);

    public virtual Task<DescribeRulesResponse> DescribeRulesAsync(
        DescribeRulesRequest request, CancellationToken cancellationToken = default) =>
        CallAsync<DescribeRulesResponse>("DescribeRules", request, cancellationToken);

    public virtual Task<ModifyListenerResponse> ModifyListenerAsync(
        ModifyListenerRequest request, CancellationToken cancellationToken = default) =>
        CallAsync<ModifyListenerResponse>("ModifyListener", request, cancellationToken);

    public virtual Task<ModifyRuleResponse> ModifyRuleAsync(ModifyRuleRequest request, CancellationToken cancellationToken = default) =>
        CallAsync<ModifyRuleResponse>("ModifyRule", request, cancellationToken);

    public virtual Task<DescribeTargetGroupsResponse> DescribeTargetGroupsAsync(
        DescribeTargetGroupsRequest request, CancellationToken cancellationToken = default) =>
        CallAsync<DescribeTargetGroupsResponse>("DescribeTargetGroups", request, cancellationToken);

    public virtual Task<DescribeTargetGroupAttributesResponse> DescribeTargetGroupAttributesAsync(
        DescribeTargetGroupAttributesRequest request, CancellationToken cancellationToken = default) =>
        CallAsync<DescribeTargetGroupAttributesResponse>("DescribeTargetGroupAttributes", request, cancellationToken);

    public virtual Task<DescribeTargetHealthResponse> DescribeTargetHealthAsync(
        DescribeTargetHealthRequest request, CancellationToken cancellationToken = default) =>
        CallAsync<DescribeTargetHealthResponse>("DescribeTargetHealth", request, cancellationToken);

    public virtual Task<DescribeLoadBalancersResponse> DescribeLoadBalancersAsync(
        DescribeLoadBalancersRequest request, CancellationToken cancellationToken = default) =>
        CallAsync<DescribeLoadBalancersResponse>("DescribeLoadBalancers", request, cancellationToken);

    public Endpoint DetermineServiceOperationEndpoint(AmazonWebServiceRequest request) =>
        Config.DetermineServiceOperationEndpoint(new ServiceOperationEndpointParameters(request));

    protected override void CustomizeRuntimePipeline(RuntimePipeline pipeline) => ServicePipeline.Customize(pipeline);

    private Task<TResponse> CallAsync<TResponse>(string operation, AmazonWebServiceRequest request, CancellationToken cancellationToken)
        where TResponse : AmazonWebServiceResponse, new() =>
        InvokeAsync<TResponse>(request, Operations.For<TResponse>(operation), cancellationToken);
}
