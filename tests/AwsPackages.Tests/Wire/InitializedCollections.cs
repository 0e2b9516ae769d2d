using Amazon;
using Amazon.ElasticLoadBalancingV2;
using Amazon.ElasticLoadBalancingV2.Model;
using Amazon.SimpleSystemsManagement;
using Amazon.SimpleSystemsManagement.Model;

namespace BlueGreenServerless.AwsPackages.Tests.Wire;

/// <summary>AWSConfigs.InitializeCollections, the SDK's switch back to collections that are never null; it is one for the whole process.</summary>
[Collection(nameof(Alone))]
public sealed class InitializedCollections : IDisposable
{
    public InitializedCollections() => AWSConfigs.InitializeCollections = true;

    public void Dispose() => AWSConfigs.InitializeCollections = false;

    [Fact]
    public async Task An_empty_list_is_not_sent_and_a_missing_one_is_read_as_empty()
    {
        await using var loopback = LoopbackService.Answering((n, _) => n == 0 ? Answer.Json("{}") : Answer.Xml("DescribeRules", "<Rules/>"));
        using var commands = Clients.To<AmazonSimpleSystemsManagementClient>(loopback);
        using var balancers = Clients.To<AmazonElasticLoadBalancingV2Client>(loopback);

        var parameters = await commands.GetParametersAsync(new GetParametersRequest());
        var rules = await balancers.DescribeRulesAsync(new DescribeRulesRequest());

        Assert.Equal("{}", loopback.Requests[0].Text);
        Assert.Equal("Action=DescribeRules&Version=2015-12-01", loopback.Requests[1].Text);
        Assert.Empty(parameters.Parameters);
        Assert.Empty(rules.Rules);
    }
}
