using Amazon.AutoScaling;
using Amazon.AutoScaling.Model;
using Amazon.ElasticLoadBalancingV2;
using Amazon.ElasticLoadBalancingV2.Model;
using Amazon.SimpleSystemsManagement;
using Amazon.SimpleSystemsManagement.Model;
using Amazon.StepFunctions;
using Amazon.StepFunctions.Model;

namespace BlueGreenServerless.AwsPackages.Tests.Wire;

/// <summary>Requests of this project's kind, letter by letter.</summary>
public sealed class Requests
{
    [Fact]
    public async Task SendCommand_is_one_json_object_without_what_is_not_set()
    {
        await using var loopback = LoopbackService.Answering(Answer.Json("""{"Command":{"CommandId":"c-1","Status":"Pending","RequestedDateTime":1763633472.25,"Unknown":[1]}}"""));
        using var client = Clients.To<AmazonSimpleSystemsManagementClient>(loopback);

        var response = await client.SendCommandAsync(new SendCommandRequest
        {
            DocumentName = "AWS-RunShellScript",
            Targets = [new Target { Key = "tag:Environment", Values = ["Green"] }],
            Parameters = new() { ["commands"] = ["set -e", "echo \"ünïcode\" 'q' <&>"], ["executionTimeout"] = ["600"] },
            TimeoutSeconds = 60,
            NotificationConfig = new NotificationConfig { NotificationType = NotificationType.Invocation },
        });

        Assert.Equal(
            """{"Targets":[{"Key":"tag:Environment","Values":["Green"]}],"DocumentName":"AWS-RunShellScript","TimeoutSeconds":60,"Parameters":{"commands":["set -e","echo \"ünïcode\" 'q' <&>"],"executionTimeout":["600"]},"NotificationConfig":{"NotificationType":"Invocation"}}""",
            loopback.Request.Text);
        Assert.Same(CommandStatus.Pending, response.Command.Status);
        Assert.Equal(new DateTime(2025, 11, 20, 10, 11, 12, 250, DateTimeKind.Utc), response.Command.RequestedDateTime);
        Assert.Equal(Answer.RequestId, response.ResponseMetadata.RequestId);
    }

    [Fact]
    public async Task StartExecution_has_names_in_camel_case()
    {
        await using var loopback = LoopbackService.Answering(Answer.Json("""{"executionArn":"arn:e","startDate":1763633472}"""));
        using var client = Clients.To<AmazonStepFunctionsClient>(loopback);

        var response = await client.StartExecutionAsync(new StartExecutionRequest { StateMachineArn = "arn:m", Name = "shop-v2", Input = """{"a":1}""" });

        Assert.Equal("""{"stateMachineArn":"arn:m","name":"shop-v2","input":"{\"a\":1}"}""", loopback.Request.Text);
        Assert.Equal("AWSStepFunctions.StartExecution", loopback.Request.Headers["X-Amz-Target"]);
        Assert.Equal("arn:e", response.ExecutionArn);
        Assert.Equal(DateTimeKind.Utc, response.StartDate!.Value.Kind);
    }

    [Fact]
    public async Task ModifyListener_numbers_its_list_members_and_keeps_zero_weights()
    {
        await using var loopback = LoopbackService.Answering(Answer.Xml("ModifyListener", "<Listeners/>"));
        using var client = Clients.To<AmazonElasticLoadBalancingV2Client>(loopback);
        var forward = new ForwardActionConfig
        {
            TargetGroups = [new() { TargetGroupArn = "arn:blue", Weight = 0 }, new() { TargetGroupArn = "arn:green", Weight = 100 }],
            TargetGroupStickinessConfig = new() { Enabled = false },
        };

        var response = await client.ModifyListenerAsync(new ModifyListenerRequest
        {
            ListenerArn = "arn:l",
            DefaultActions = [new() { Type = ActionTypeEnum.Forward, Order = 1, ForwardConfig = forward }],
        });

        Assert.Equal(
            "Action=ModifyListener&DefaultActions.member.1.ForwardConfig.TargetGroupStickinessConfig.Enabled=false"
            + "&DefaultActions.member.1.ForwardConfig.TargetGroups.member.1.TargetGroupArn=arn%3Ablue&DefaultActions.member.1.ForwardConfig.TargetGroups.member.1.Weight=0"
            + "&DefaultActions.member.1.ForwardConfig.TargetGroups.member.2.TargetGroupArn=arn%3Agreen&DefaultActions.member.1.ForwardConfig.TargetGroups.member.2.Weight=100"
            + "&DefaultActions.member.1.Order=1&DefaultActions.member.1.Type=forward&ListenerArn=arn%3Al&Version=2015-12-01",
            loopback.Request.Text);
        Assert.Null(response.Listeners);
    }

    [Fact]
    public async Task A_desired_capacity_of_zero_is_sent()
    {
        await using var loopback = LoopbackService.Answering(new Answer(200, "text/xml", "<SetDesiredCapacityResponse/>"));
        using var client = Clients.To<AmazonAutoScalingClient>(loopback);

        await client.SetDesiredCapacityAsync(new SetDesiredCapacityRequest { AutoScalingGroupName = "blue", DesiredCapacity = 0, HonorCooldown = false });

        Assert.Equal("0", loopback.Request.Fields["DesiredCapacity"]);
        Assert.Equal("false", loopback.Request.Fields["HonorCooldown"]);
    }

    [Fact]
    public async Task An_empty_list_is_sent_and_null_is_not()
    {
        await using var loopback = LoopbackService.Answering((n, _) => n == 0 ? Answer.Json("{}") : Answer.Xml("DescribeRules", ""));
        using var commands = Clients.To<AmazonSimpleSystemsManagementClient>(loopback);
        using var balancers = Clients.To<AmazonElasticLoadBalancingV2Client>(loopback);

        await commands.GetParametersAsync(new GetParametersRequest { Names = [] });
        await balancers.DescribeRulesAsync(new DescribeRulesRequest { RuleArns = [] });

        Assert.Equal("""{"Names":[]}""", loopback.Requests[0].Text);
        Assert.Equal("Action=DescribeRules&RuleArns=&Version=2015-12-01", loopback.Requests[1].Text);
    }
}
