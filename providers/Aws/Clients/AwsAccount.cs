using Amazon.AutoScaling;
using Amazon.CloudWatch;
using Amazon.ElasticLoadBalancingV2;
using Amazon.Runtime;
using Amazon.S3;
using Amazon.SimpleSystemsManagement;

namespace BlueGreenServerless.Providers.Aws.Clients;

/// <summary>
/// The clients of one account in one region, each made when it is first used. Their endpoints follow the SDK's own settings
/// (AWS_ENDPOINT_URL and its kin). What is shared here is shared by every target of the account: connections and the throttling budget.
/// </summary>
public sealed class AwsAccount
{
    private readonly Lazy<IAmazonElasticLoadBalancingV2> balancing;
    private readonly Lazy<IAmazonElasticLoadBalancingV2> balancingOnce;
    private readonly Lazy<IAmazonSimpleSystemsManagement> systems;
    private readonly Lazy<IAmazonCloudWatch> watch;
    private readonly Lazy<IAmazonAutoScaling> scaling;
    private readonly Lazy<IAmazonS3> storage;

    /// <exception cref="Failures.ProviderRefusedException">Thrown at the first use of a client: no region or no credentials.</exception>
    public AwsAccount(AwsPlace place, TimeProvider time)
    {
        Place = place;
        Time = time;
        Budget = new ThrottleBudget(time);
        balancing = Client<IAmazonElasticLoadBalancingV2, AmazonElasticLoadBalancingV2Config>(
            (credentials, config) => new AmazonElasticLoadBalancingV2Client(credentials, config), config => new AmazonElasticLoadBalancingV2Client(config));
        balancingOnce = Client<IAmazonElasticLoadBalancingV2, AmazonElasticLoadBalancingV2Config>(
            (credentials, config) => new AmazonElasticLoadBalancingV2Client(credentials, Once(config)), config => new AmazonElasticLoadBalancingV2Client(Once(config)));
        systems = Client<IAmazonSimpleSystemsManagement, AmazonSimpleSystemsManagementConfig>(
            (credentials, config) => new AmazonSimpleSystemsManagementClient(credentials, config), config => new AmazonSimpleSystemsManagementClient(config));
        watch = Client<IAmazonCloudWatch, AmazonCloudWatchConfig>(
            (credentials, config) => new AmazonCloudWatchClient(credentials, config), config => new AmazonCloudWatchClient(config));
        scaling = Client<IAmazonAutoScaling, AmazonAutoScalingConfig>(
            (credentials, config) => new AmazonAutoScalingClient(credentials, config), config => new AmazonAutoScalingClient(config));
        storage = Client<IAmazonS3, AmazonS3Config>(
            (credentials, config) => new AmazonS3Client(credentials, PathStyled(config)), config => new AmazonS3Client(PathStyled(config)));
    }

    public AwsPlace Place { get; }

    public TimeProvider Time { get; }

    public IAmazonElasticLoadBalancingV2 Balancing => balancing.Value;

    /// <summary>Tries a call once: the caller insists by itself.</summary>
    internal IAmazonElasticLoadBalancingV2 BalancingOnce => balancingOnce.Value;

    public IAmazonSimpleSystemsManagement Systems => systems.Value;

    public IAmazonCloudWatch Watch => watch.Value;

    public IAmazonAutoScaling Scaling => scaling.Value;

    public IAmazonS3 Storage => storage.Value;

    internal ThrottleBudget Budget { get; }

    /// <summary>A client of one more service, for the same account.</summary>
    public Lazy<TClient> Client<TClient, TConfig>(Func<AWSCredentials, TConfig, TClient> known, Func<TConfig, TClient> found)
        where TConfig : ClientConfig, new() => new(() => AwsCall.Make(() =>
        {
            var config = Place.Configure(new TConfig());
            return Place.Credentials() is { } credentials ? known(credentials, config) : found(config);
        }));

    private static AmazonElasticLoadBalancingV2Config Once(AmazonElasticLoadBalancingV2Config config)
    {
        config.MaxErrorRetry = 0;
        return config;
    }

    /// <summary>
    /// A double or an appliance has no host name for every bucket. The endpoint is said once more, because the client of S3 forgets one that
    /// only the environment names as soon as it looks for its region.
    /// </summary>
    private static AmazonS3Config PathStyled(AmazonS3Config config)
    {
        if (config.ServiceURL is { Length: > 0 } endpoint)
        {
            var region = config.AuthenticationRegion ?? config.RegionEndpoint?.SystemName;
            (config.ServiceURL, config.AuthenticationRegion, config.ForcePathStyle) = (endpoint, region, true);
        }

        return config;
    }
}
