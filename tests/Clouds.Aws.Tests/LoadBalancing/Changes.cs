using System.Text.Json.Nodes;
using BlueGreenServerless.Clouds.Aws.LoadBalancing;
using BlueGreenServerless.Testing.Time;

namespace BlueGreenServerless.Clouds.Aws.Tests.LoadBalancing;

public sealed class Changes
{
    [Fact]
    public async Task A_change_reads_back_at_once_and_reaches_the_traffic_later()
    {
        var time = new VirtualTime();
        await using var aws = await TwoColours.StartAsync(new AwsDoubleOptions { Clock = time, Propagation = TimeSpan.FromSeconds(3), HealthInterval = TimeSpan.FromDays(1) });

        await aws.Command.JsonAsync("elbv2", "modify-listener", "--listener-arn", aws.Listener.Arn, "--default-actions", aws.Forward(75, 25));
        var read = await aws.Command.JsonAsync("elbv2", "describe-listeners", "--listener-arns", aws.Listener.Arn);

        Assert.Equal([75, 25], read["Listeners"]![0]!["DefaultActions"]![0]!["ForwardConfig"]!["TargetGroups"]!.AsArray().Select(tuple => (int)tuple!["Weight"]!));
        Assert.Equal([100, 0], aws.Listener.Default.Traffic.Select(group => group.Weight));
        time.Advance(TimeSpan.FromSeconds(3));
        Assert.Equal([75, 25], aws.Listener.Default.Traffic.Select(group => group.Weight));
    }

    [Fact]
    public async Task The_list_of_actions_is_replaced_whole_and_its_secret_is_not_told()
    {
        await using var aws = await TwoColours.StartAsync();
        const string Gate = """{"Type":"authenticate-oidc","Order":1,"AuthenticateOidcConfig":{"Issuer":"https://i","AuthorizationEndpoint":"https://a","TokenEndpoint":"https://t","UserInfoEndpoint":"https://u","ClientId":"c","ClientSecret":"s3cret","AuthenticationRequestExtraParams":{"display":"page","prompt":"login"}}}""";
        var forward = aws.Forward(1, 1).TrimStart('[').Replace("\"Type\"", "\"Order\":2,\"Type\"", StringComparison.Ordinal);

        await aws.Command.JsonAsync("elbv2", "modify-listener", "--listener-arn", aws.Listener.Arn, "--default-actions", $"[{Gate},{forward}");
        var actions = (await aws.Command.JsonAsync("elbv2", "describe-listeners", "--listener-arns", aws.Listener.Arn))["Listeners"]![0]!["DefaultActions"]!;
        var withoutSecret = await aws.Command.FailureAsync("elbv2", "modify-listener", "--listener-arn", aws.Listener.Arn, "--default-actions", actions.ToJsonString());

        Assert.Equal(2, actions.AsArray().Count);
        Assert.Null(actions[0]!["AuthenticateOidcConfig"]!["ClientSecret"]);
        Assert.Equal("login", actions[0]!["AuthenticateOidcConfig"]!["AuthenticationRequestExtraParams"]!["prompt"]!.ToString());
        Assert.Contains("(ValidationError)", withoutSecret, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_rule_is_changed_by_itself_and_the_default_one_only_through_its_listener()
    {
        await using var aws = await TwoColours.StartAsync();
        var condition = JsonNode.Parse("""{"Field":"http-header","HttpHeaderConfig":{"HttpHeaderName":"X-Preview","Values":["yes"]}}""")!.AsObject();
        var rule = aws.Balancers.AddRule(aws.Listener, 5, condition, (aws.Blue, 1));

        var changed = await aws.Command.JsonAsync("elbv2", "modify-rule", "--rule-arn", rule.Arn, "--actions", aws.Forward(0, 999, ",\"TargetGroupStickinessConfig\":{\"Enabled\":true,\"DurationSeconds\":60}"));
        var refused = await aws.Command.FailureAsync("elbv2", "modify-rule", "--rule-arn", aws.Listener.Default.Arn, "--actions", aws.Forward(0, 1));

        Assert.Equal("X-Preview", changed["Rules"]![0]!["Conditions"]![0]!["HttpHeaderConfig"]!["HttpHeaderName"]!.ToString());
        Assert.Equal(60, (int)changed["Rules"]![0]!["Actions"]![0]!["ForwardConfig"]!["TargetGroupStickinessConfig"]!["DurationSeconds"]!);
        Assert.Contains("(OperationNotPermitted)", refused, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(1000, 0, "", "ValidationError")]
    [InlineData(1, 1, ",\"TargetGroupStickinessConfig\":{\"Enabled\":true}", "ValidationError")]
    [InlineData(1, 1, ",\"TargetGroupStickinessConfig\":{\"Enabled\":true,\"DurationSeconds\":604801}", "ValidationError")]
    public async Task Impossible_numbers_are_refused_and_nothing_changes(int blue, int green, string more, string code)
    {
        await using var aws = await TwoColours.StartAsync();

        var refused = await aws.Command.FailureAsync("elbv2", "modify-listener", "--listener-arn", aws.Listener.Arn, "--default-actions", aws.Forward(blue, green, more));

        Assert.Contains($"({code})", refused, StringComparison.Ordinal);
        Assert.Equal([100, 0], WeightedGroup.Of(aws.Listener.Default.Actions).Select(group => group.Weight));
    }

    [Fact]
    public async Task Groups_that_do_not_fit_are_refused_each_with_its_own_error()
    {
        await using var aws = await TwoColours.StartAsync();
        var other = aws.Balancers.AddGroup("tg-other");
        aws.Balancers.AddListener(aws.Balancers.Add("other"), 0, (other, 1));
        var network = aws.Balancers.AddGroup("tg-net", network: true);
        aws.Green.Attributes["stickiness.enabled"] = "true";

        Assert.Contains("(TargetGroupAssociationLimit)", await RefusedAsync(aws, $"Type=forward,TargetGroupArn={other.Arn}"), StringComparison.Ordinal);
        Assert.Contains("(IncompatibleProtocols)", await RefusedAsync(aws, $"Type=forward,TargetGroupArn={network.Arn}"), StringComparison.Ordinal);
        Assert.Contains("(TargetGroupNotFound)", await RefusedAsync(aws, $"Type=forward,TargetGroupArn={network.Arn}x"), StringComparison.Ordinal);
        Assert.Contains("(InvalidConfigurationRequest)", await RefusedAsync(aws, aws.Forward(1, 1)), StringComparison.Ordinal);
        Assert.Contains("(InvalidLoadBalancerAction)", await RefusedAsync(aws, aws.Forward(1, 1).Replace("\"Type\"", $"\"TargetGroupArn\":\"{aws.Blue.Arn}\",\"Type\"", StringComparison.Ordinal)), StringComparison.Ordinal);
    }

    private static Task<string> RefusedAsync(TwoColours aws, string actions) =>
        aws.Command.FailureAsync("elbv2", "modify-listener", "--listener-arn", aws.Listener.Arn, "--default-actions", actions);
}
