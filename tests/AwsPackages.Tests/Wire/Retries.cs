using Amazon.ElasticLoadBalancingV2;
using Amazon.ElasticLoadBalancingV2.Model;
using Amazon.Runtime;
using Amazon.SimpleSystemsManagement;
using Amazon.SimpleSystemsManagement.Model;

namespace BlueGreenServerless.AwsPackages.Tests.Wire;

/// <summary>The standard retries are those of AWSSDK.Core: the bundled clients must not stand in their way.</summary>
public sealed class Retries
{
    [Fact]
    public async Task Throttling_is_retried_by_json_clients()
    {
        await using var loopback = LoopbackService.Answering(Answer.JsonError(400, "ThrottlingException"), Answer.Json("""{"InvalidParameters":["x"]}"""));
        using var client = Clients.To<AmazonSimpleSystemsManagementClient>(loopback);

        var response = await client.GetParametersAsync(new GetParametersRequest { Names = ["x"] });

        Assert.Equal(["x"], response.InvalidParameters);
        Assert.Equal(["attempt=1; max=3", "attempt=2; max=3"], loopback.Requests.Select(request => request.Headers["amz-sdk-request"]));
        Assert.Equal(loopback.Requests[0].Text, loopback.Requests[1].Text);
    }

    [Fact]
    public async Task Throttling_is_retried_by_query_clients()
    {
        await using var loopback = LoopbackService.Answering(Answer.XmlError(400, "Throttling"), Answer.Xml("DescribeRules", "<NextMarker>m</NextMarker>"));
        using var client = Clients.To<AmazonElasticLoadBalancingV2Client>(loopback);

        var response = await client.DescribeRulesAsync(new DescribeRulesRequest { ListenerArn = "arn:l" });

        Assert.Equal("m", response.NextMarker);
        Assert.Equal(2, loopback.Requests.Count);
        Assert.Equal(loopback.Requests[0].Text, loopback.Requests[1].Text);
    }

    [Fact]
    public async Task A_service_that_stays_unavailable_is_asked_three_times()
    {
        await using var loopback = LoopbackService.Answering(Answer.JsonError(503, "ServiceUnavailableException"));
        using var client = Clients.To<AmazonSimpleSystemsManagementClient>(loopback);

        await Assert.ThrowsAsync<AmazonSimpleSystemsManagementException>(() => client.ListCommandsAsync(new ListCommandsRequest()));

        Assert.Equal(3, loopback.Requests.Count);
    }

    [Fact]
    public async Task An_error_of_the_request_is_not_retried()
    {
        await using var loopback = LoopbackService.Answering(Answer.JsonError(400, "InvalidCommandId"));
        using var client = Clients.To<AmazonSimpleSystemsManagementClient>(loopback);

        await Assert.ThrowsAsync<InvalidCommandIdException>(() => client.CancelCommandAsync(new CancelCommandRequest { CommandId = "x" }));

        Assert.Single(loopback.Requests);
    }

    [Fact]
    public async Task A_cancelled_call_ends_at_once()
    {
        await using var loopback = LoopbackService.Answering(Answer.Json("{}"));
        using var client = Clients.To<AmazonSimpleSystemsManagementClient>(loopback);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => client.ListCommandsAsync(new ListCommandsRequest(), new CancellationToken(canceled: true)));

        Assert.Empty(loopback.Requests);
    }

    [Fact]
    public async Task Fewer_attempts_can_be_configured()
    {
        await using var loopback = LoopbackService.Answering(Answer.XmlError(503, "ServiceUnavailable"));
        var config = new AmazonElasticLoadBalancingV2Config { ServiceURL = loopback.Url, AuthenticationRegion = Clients.Region, MaxErrorRetry = 0 };
        using var client = new AmazonElasticLoadBalancingV2Client(Clients.Credentials, config);

        await Assert.ThrowsAnyAsync<AmazonServiceException>(() => client.DescribeListenersAsync(new DescribeListenersRequest()));

        Assert.Single(loopback.Requests);
    }
}
