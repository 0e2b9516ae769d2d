using Amazon;
using Amazon.ElasticLoadBalancingV2;
using Amazon.ElasticLoadBalancingV2.Model;
using Amazon.Runtime;
using Amazon.SimpleSystemsManagement;
using Amazon.StepFunctions;
using Amazon.StepFunctions.Model;
using BlueGreenServerless.AwsPackages.Tests.Surface;

namespace BlueGreenServerless.AwsPackages.Tests.Wire;

/// <summary>Sets environment variables of this process, so nothing runs beside it.</summary>
[Collection(nameof(Alone))]
public sealed class Endpoints
{
    [Theory]
    [InlineData("eu-west-1", "https://elasticloadbalancing.eu-west-1.amazonaws.com/")]
    [InlineData("us-gov-west-1", "https://elasticloadbalancing.us-gov-west-1.amazonaws.com/")]
    [InlineData("cn-north-1", "https://elasticloadbalancing.cn-north-1.amazonaws.com.cn/")]
    public void A_region_has_the_endpoint_of_its_partition(string region, string url)
    {
        using var client = new AmazonElasticLoadBalancingV2Client(Clients.Credentials, RegionEndpoint.GetBySystemName(region));

        Assert.Equal(new Uri(url), new Uri(client.DetermineServiceOperationEndpoint(new DescribeRulesRequest()).URL));
    }

    [Fact]
    public void Fips_and_dual_stack_are_other_hosts_and_cannot_be_had_at_a_given_url()
    {
        var config = new AmazonStepFunctionsConfig { RegionEndpoint = RegionEndpoint.USEast1, UseFIPSEndpoint = true, UseDualstackEndpoint = true };
        using var client = new AmazonStepFunctionsClient(Clients.Credentials, config);
        using var given = new AmazonStepFunctionsClient(Clients.Credentials, new AmazonStepFunctionsConfig { ServiceURL = "http://127.0.0.1:1", UseFIPSEndpoint = true });

        Assert.Equal(new Uri("https://states-fips.us-east-1.api.aws"), new Uri(client.DetermineServiceOperationEndpoint(new ListExecutionsRequest()).URL));
        Assert.Throws<AmazonClientException>(() => given.DetermineServiceOperationEndpoint(new ListExecutionsRequest()));
    }

    [Fact]
    public async Task Credentials_region_and_url_of_every_service_come_from_the_environment()
    {
        foreach (var service in AwsSurface.Services)
        {
            await using var loopback = LoopbackService.Answering(AwsSurface.Meta(service, "protocol") == "json" ? Answer.Json("{}") : Answer.Xml("Any", ""));
            var variable = "AWS_ENDPOINT_URL_" + AwsSurface.Meta(service, "serviceId").ToUpperInvariant().Replace(' ', '_');
            using var environment = new EnvironmentVariables
            {
                [variable] = loopback.Url, ["AWS_REGION"] = "ap-south-1", ["AWS_ACCESS_KEY_ID"] = "AKIDENV", ["AWS_SECRET_ACCESS_KEY"] = "secret",
            };
            using var client = (AmazonServiceClient)Activator.CreateInstance(Bundled.Client(service))!;
            var operation = Bundled.Operations(service).First();

            await client.CallAsync(operation, Activator.CreateInstance(Bundled.Model(service, operation + "Request"))!);

            Assert.Matches($"Credential=AKIDENV/[0-9]{{8}}/ap-south-1/{AwsSurface.Meta(service, "endpointPrefix")}/", loopback.Request.Headers["Authorization"]);
        }
    }

    [Fact]
    public void The_interface_makes_its_default_client()
    {
        using var client = (IDisposable)Made<IAmazonSimpleSystemsManagement>();

        Assert.IsType<AmazonSimpleSystemsManagementClient>(client);
    }

    private static IAmazonService Made<T>() where T : IAmazonService
    {
        var config = T.CreateDefaultClientConfig();
        config.RegionEndpoint = RegionEndpoint.EUWest1;
        return T.CreateDefaultServiceClient(Clients.Credentials, config);
    }
}
