using Amazon.ElasticLoadBalancingV2;
using Amazon.Runtime;
using Amazon.S3;

namespace BlueGreenServerless.Clouds.Aws.Tests;

/// <summary>AWS's .NET clients, pointed at a double.</summary>
internal static class SdkClients
{
    public static AmazonElasticLoadBalancingV2Client Balancing(AwsDouble aws, int retries = 2) =>
        new(Credentials(aws), Config(new AmazonElasticLoadBalancingV2Config(), aws, retries));

    public static AmazonS3Client Storage(AwsDouble aws, int retries = 2) => new(Credentials(aws), Config(new AmazonS3Config(), aws, retries));

    public static AWSCredentials Credentials(AwsDouble aws) => aws.Options.Keys[0] is { Token: { } token } session
        ? new SessionAWSCredentials(session.Id, session.Secret, token)
        : new BasicAWSCredentials(aws.Options.Keys[0].Id, aws.Options.Keys[0].Secret);

    public static T Config<T>(T config, AwsDouble aws, int retries = 2) where T : ClientConfig
    {
        (config.ServiceURL, config.AuthenticationRegion, config.MaxErrorRetry) = (aws.Url.ToString(), aws.Options.Region, retries);
        return config;
    }
}
