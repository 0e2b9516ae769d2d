using System.Text.Json;
using Amazon.ElasticLoadBalancingV2;
using Amazon.ElasticLoadBalancingV2.Model;
using BlueGreenServerless.AwsCommands.Tests.Stand;
using BlueGreenServerless.Clouds.Aws.SystemsManager;

namespace BlueGreenServerless.AwsCommands.Tests.Doctor;

public sealed class DoctorTests
{
    private static readonly (string Service, string Operation, string Action)[] _denied =
    [
        ("s3", "GetBucketVersioning", "s3:GetBucketVersioning"), ("s3", "GetBucketNotificationConfiguration", "s3:GetBucketNotification"), ("s3", "HeadObject", "s3:GetObject"),
        ("states", "DescribeStateMachine", "states:DescribeStateMachine"), ("elasticloadbalancing", "DescribeListeners", "elasticloadbalancing:DescribeListeners"),
        ("elasticloadbalancing", "DescribeTargetGroups", "elasticloadbalancing:DescribeTargetGroups"),
        ("elasticloadbalancing", "DescribeTargetGroupAttributes", "elasticloadbalancing:DescribeTargetGroupAttributes"),
        ("elasticloadbalancing", "DescribeTargetHealth", "elasticloadbalancing:DescribeTargetHealth"), ("monitoring", "DescribeAlarms", "cloudwatch:DescribeAlarms"),
        ("monitoring", "GetMetricData", "cloudwatch:GetMetricData"), ("ssm", "DescribeInstanceInformation", "ssm:DescribeInstanceInformation"),
        ("ssm", "ListCommands", "ssm:ListCommands"), ("ssm", "ListCommandInvocations", "ssm:ListCommandInvocations"),
    ];

    [Fact]
    public async Task When_nothing_is_missing_it_says_so_with_code_0()
    {
        await using var site = await DoctorSite.StartAsync();

        var end = await site.RunAsync();

        Assert.True(end.Code == 0, end.Output + end.Errors);
        Assert.Contains("Nothing stands in the way of a release of 'shop'", end.Output, StringComparison.Ordinal);
        Assert.Contains("signed in as 'arn:aws:iam::123456789012:user/releaser'", end.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("STOPS", end.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Everything_that_is_missing_is_said_at_once_with_code_1()
    {
        await using var site = await DoctorSite.StartAsync();
        site.Aws.Storage.Create("bluegreen-artifacts", versioned: false, notifies: false);
        site.RemoveMachine("bluegreen-standby");
        site.GreenNode.Agent = AgentBehavior.Offline;
        site.BlueNode.Tags.Clear();
        site.Alarms = "shop-5xx, shop-slow";
        site.Aws.Alarms.Set("shop-5xx", "ALARM", "too many");
        site.GreenArn = site.Aws.Balancers.AddGroup("tg-lost").Arn;
        site.HasPreview = false;
        await HoldClientsAsync(site);

        var end = await site.RunAsync();

        Assert.Equal(1, end.Code);
        Assert.All(
            (string[])[
                "The bucket 'bluegreen-artifacts' keeps no versions", "sends '0' events to EventBridge", "does not know 'shop' yet: there is no 'config/shop.yaml'",
                "There is no state machine 'arn:aws:states:eu-west-1:123456789012:stateMachine:bluegreen-standby'",
                "The SSM agent of 'i-0aaaaaaaaaaaaaaa2' is 'ConnectionLost'", "The colour blue of target 'web' has '0' hosts",
                "The alarm 'shop-slow' (observe.alarms) is not known", "The alarm 'shop-5xx' (observe.alarms) fires already: too many",
                "The target group 'tg-lost' of green is attached to '0' listeners", "The target group of green has '0' targets",
                "holds clients on their target group by a cookie for '3600' seconds", "cannot reach the colour green without traffic (preview), and 'smoke' asks for it",
                "would not get through",
            ],
            said => Assert.Contains(said, end.Output, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_right_that_is_missing_is_named_as_IAM_calls_it()
    {
        await using var site = await DoctorSite.StartAsync();
        Array.ForEach(_denied, one => site.Aws.Faults.Deny(one.Service, one.Operation));

        var end = await site.RunAsync(null, "--json");

        var report = JsonSerializer.Deserialize<JsonElement>(end.Output);
        var stops = report.GetProperty("findings").EnumerateArray().Where(finding => finding.GetProperty("level").GetString() == "Blocking").Select(finding => finding.GetProperty("text").GetString()!).ToList();
        Assert.Equal((1, false), (end.Code, report.GetProperty("ready").GetBoolean()));
        Assert.All(_denied, one => Assert.Contains(stops, text => text.Contains($"The credentials may not do '{one.Action}'", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("AKIDEXAMPLE", "wrong", "AWS does not take the credentials: 'SignatureDoesNotMatch'")]
    [InlineData("", "", "There are no credentials or no region for AWS")]
    public async Task Credentials_that_are_no_good_are_told_once_and_not_with_every_call(string id, string secret, string said)
    {
        await using var site = await DoctorSite.StartAsync();
        var shell = new Dictionary<string, string>(AwsShell.Of(site.Aws), StringComparer.Ordinal) { ["AWS_ACCESS_KEY_ID"] = id, ["AWS_SECRET_ACCESS_KEY"] = secret };
        (shell["BLUEGREEN_STATE"], shell["BLUEGREEN_ARTIFACTS"]) = ("s3://bluegreen-state", "s3://bluegreen-artifacts");
        shell["BLUEGREEN_MACHINES"] = "arn:aws:states:eu-west-1:123456789012:stateMachine:bluegreen-";

        var end = await site.RunAsync(shell);

        Assert.Equal(1, end.Code);
        Assert.Equal(2, end.Output.Split(said).Length);
    }

    [Fact]
    public async Task A_deployment_that_is_not_there_is_a_finding_and_the_targets_are_looked_at_all_the_same()
    {
        await using var site = await DoctorSite.StartAsync();

        var end = await site.RunAsync(null, "--deployment", "elsewhere");

        Assert.Equal(1, end.Code);
        Assert.Contains("There is no deployment 'elsewhere' in this account and region", end.Output, StringComparison.Ordinal);
        Assert.Contains("the traffic is blue 100 % / green 0 %; green is idle", end.Output, StringComparison.Ordinal);
    }

    private static Task<ModifyListenerResponse> HoldClientsAsync(DoctorSite site) => site.Balancing.ModifyListenerAsync(new ModifyListenerRequest
    {
        ListenerArn = site.Production.Arn,
        DefaultActions =
        [
            new Amazon.ElasticLoadBalancingV2.Model.Action
            {
                Type = ActionTypeEnum.Forward,
                ForwardConfig = new ForwardActionConfig
                {
                    TargetGroups = [new TargetGroupTuple { TargetGroupArn = site.Blue.Arn, Weight = 100 }],
                    TargetGroupStickinessConfig = new TargetGroupStickinessConfig { Enabled = true, DurationSeconds = 3600 },
                },
            },
        ],
    });
}
