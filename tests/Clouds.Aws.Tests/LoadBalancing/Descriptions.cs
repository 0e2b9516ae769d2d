using System.Text.Json.Nodes;
using BlueGreenServerless.Clouds.Aws.LoadBalancing;

namespace BlueGreenServerless.Clouds.Aws.Tests.LoadBalancing;

public sealed class Descriptions
{
    [Fact]
    public async Task Balancers_listeners_groups_and_attributes_are_described()
    {
        await using var aws = await TwoColours.StartAsync();

        var balancer = (await aws.Command.JsonAsync("elbv2", "describe-load-balancers", "--names", "web"))["LoadBalancers"]![0]!;
        var listener = (await aws.Command.JsonAsync("elbv2", "describe-listeners", "--load-balancer-arn", aws.Balancer.Arn))["Listeners"]![0]!;
        var group = (await aws.Command.JsonAsync("elbv2", "describe-target-groups", "--target-group-arns", aws.Green.Arn))["TargetGroups"]![0]!;
        var attributes = (await aws.Command.JsonAsync("elbv2", "describe-target-group-attributes", "--target-group-arn", aws.Blue.Arn))["Attributes"]!.AsArray();

        Assert.Equal(("application", "active"), (balancer["Type"]!.ToString(), balancer["State"]!["Code"]!.ToString()));
        Assert.Equal([100, 0], listener["DefaultActions"]![0]!["ForwardConfig"]!["TargetGroups"]!.AsArray().Select(tuple => (int)tuple!["Weight"]!));
        Assert.Equal(aws.Balancer.Arn, group["LoadBalancerArns"]![0]!.ToString());
        Assert.Contains(attributes, attribute => attribute!["Key"]!.ToString() == "deregistration_delay.timeout_seconds" && attribute["Value"]!.ToString() == "300");
    }

    [Fact]
    public async Task Rules_come_in_order_of_priority_with_the_default_last_in_pages()
    {
        await using var aws = await TwoColours.StartAsync(new AwsDoubleOptions { PageSize = 1 });
        var host = JsonNode.Parse("""{"Field":"host-header","Values":["preview.example.test"],"HostHeaderConfig":{"Values":["preview.example.test"]}}""")!.AsObject();
        var late = aws.Balancers.AddRule(aws.Listener, 20, host.DeepClone().AsObject(), (aws.Green, 1));
        var early = aws.Balancers.AddRule(aws.Listener, 10, host, (aws.Green, 1));

        var rules = (await aws.Command.JsonAsync("elbv2", "describe-rules", "--listener-arn", aws.Listener.Arn))["Rules"]!.AsArray();

        Assert.Equal([early.Arn, late.Arn, aws.Listener.Default.Arn], rules.Select(rule => rule!["RuleArn"]!.ToString()));
        Assert.Equal(["10", "20", "default"], rules.Select(rule => rule!["Priority"]!.ToString()));
        Assert.Equal(3, aws.Watched.Aws.Calls["elasticloadbalancing:DescribeRules"]);
        Assert.Equal(aws.Green.Arn, rules[0]!["Actions"]![0]!["TargetGroupArn"]!.ToString());
    }

    [Theory]
    [InlineData("LoadBalancerNotFound", "describe-load-balancers", "--names", "other")]
    [InlineData("ListenerNotFound", "describe-listeners", "--listener-arns", "arn:aws:elasticloadbalancing:eu-west-1:123456789012:listener/app/web/1/2")]
    [InlineData("ValidationError", "describe-listeners")]
    [InlineData("ValidationError", "describe-rules")]
    [InlineData("RuleNotFound", "describe-rules", "--rule-arns", "arn:aws:elasticloadbalancing:eu-west-1:123456789012:listener-rule/app/web/1/2/3")]
    [InlineData("TargetGroupNotFound", "describe-target-groups", "--names", "other")]
    [InlineData("TargetGroupNotFound", "describe-target-health", "--target-group-arn", "other")]
    [InlineData("TargetGroupNotFound", "describe-target-group-attributes", "--target-group-arn", "other")]
    public async Task What_is_not_there_is_said_with_the_service_s_own_error(string code, params string[] arguments)
    {
        await using var aws = await TwoColours.StartAsync();

        Assert.Contains($"({code})", await aws.Command.FailureAsync(["elbv2", .. arguments]), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Calls_are_limited_as_AWS_limits_an_account()
    {
        var time = new Testing.Time.VirtualTime();
        await using var aws = await TwoColours.StartAsync(new AwsDoubleOptions { LoadBalancerLimits = true, Clock = time });
        using var client = SdkClients.Balancing(aws.Watched.Aws, retries: 0);
        var describe = new Amazon.ElasticLoadBalancingV2.Model.DescribeLoadBalancersRequest();
        for (var call = 0; call < 40; call++)
        {
            await client.DescribeLoadBalancersAsync(describe);
        }

        var failure = await Assert.ThrowsAsync<Amazon.ElasticLoadBalancingV2.AmazonElasticLoadBalancingV2Exception>(() => client.DescribeLoadBalancersAsync(describe));
        time.Advance(TimeSpan.FromSeconds(0.1));
        await client.DescribeLoadBalancersAsync(describe);

        Assert.Equal("Throttling", failure.ErrorCode);
    }
}
