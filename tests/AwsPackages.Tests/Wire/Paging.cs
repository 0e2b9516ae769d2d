using Amazon.CloudWatch;
using Amazon.CloudWatch.Model;
using Amazon.ElasticLoadBalancingV2;
using Amazon.ElasticLoadBalancingV2.Model;
using Amazon.SimpleSystemsManagement;
using Amazon.SimpleSystemsManagement.Model;

namespace BlueGreenServerless.AwsPackages.Tests.Wire;

public sealed class Paging
{
    [Fact]
    public async Task A_paginator_of_a_json_service_follows_the_tokens_to_the_end()
    {
        await using var loopback = LoopbackService.Answering(
            Answer.Json("""{"CommandInvocations":[{"InstanceId":"i-1"},{"InstanceId":"i-2"}],"NextToken":"t1"}"""),
            Answer.Json("""{"NextToken":"t2"}"""),
            Answer.Json("""{"CommandInvocations":[{"InstanceId":"i-3"}],"NextToken":""}"""));
        using var client = Clients.To<AmazonSimpleSystemsManagementClient>(loopback);

        var pages = client.Paginators.ListCommandInvocations(new ListCommandInvocationsRequest { CommandId = "c-1", Details = true });
        var nodes = await pages.CommandInvocations.Select(invocation => invocation.InstanceId).ToListAsync();

        Assert.Equal(["i-1", "i-2", "i-3"], nodes);
        Assert.Equal([null, "t1", "t2"], loopback.Requests.Select(request => (string?)request.Json["NextToken"]));
        Assert.All(loopback.Requests, request => Assert.Equal("c-1", (string?)request.Json["CommandId"]));
    }

    [Fact]
    public async Task A_paginator_of_load_balancers_turns_NextMarker_into_Marker()
    {
        await using var loopback = LoopbackService.Answering(
            Answer.Xml("DescribeTargetGroups", "<TargetGroups><member><TargetGroupArn>arn:1</TargetGroupArn></member></TargetGroups><NextMarker>m1</NextMarker>"),
            Answer.Xml("DescribeTargetGroups", "<TargetGroups><member><TargetGroupArn>arn:2</TargetGroupArn></member></TargetGroups>"));
        using var client = Clients.To<AmazonElasticLoadBalancingV2Client>(loopback);

        var groups = await client.Paginators.DescribeTargetGroups(new DescribeTargetGroupsRequest()).TargetGroups.ToListAsync();

        Assert.Equal(["arn:1", "arn:2"], groups.Select(group => group.TargetGroupArn));
        Assert.Equal("m1", loopback.Requests[1].Fields["Marker"]);
    }

    [Fact]
    public async Task One_paginator_is_enumerated_once()
    {
        await using var loopback = LoopbackService.Answering(Answer.Xml("DescribeAlarms", "<CompositeAlarms><member><AlarmName>shop</AlarmName></member></CompositeAlarms>"));
        using var client = Clients.To<AmazonCloudWatchClient>(loopback);
        var pages = client.Paginators.DescribeAlarms(new DescribeAlarmsRequest());

        var response = await pages.Responses.SingleAsync();

        Assert.Equal("shop", Assert.Single(response.CompositeAlarms).AlarmName);
        await Assert.ThrowsAsync<InvalidOperationException>(async () => await pages.MetricAlarms.ToListAsync());
    }
}
