using Amazon.AutoScaling;
using Amazon.CloudWatch;
using Amazon.SimpleSystemsManagement;
using Amazon.StepFunctions;
using BlueGreenServerless.Clouds.Aws.AutoScaling;
using BlueGreenServerless.Clouds.Aws.Tests.StepFunctions;

namespace BlueGreenServerless.Clouds.Aws.Tests;

public sealed class OwnClients
{
    [Fact]
    public async Task The_project_s_own_clients_read_what_the_double_answers()
    {
        await using var machine = await OneMachine.StartAsync(new AwsDoubleOptions { PageSize = 1 });
        var aws = machine.Watched.Aws;
        aws.Alarms.Add("one");
        aws.Alarms.Add("two", "ALARM");
        aws.Nodes.Add("mi-00000000000000001", "/", ("Environment", "Blue"));
        await aws.ScalingGroups.AddAsync(new ScalingGroup("ASG-Blue"), 0, 1, 1);
        using var alarms = new AmazonCloudWatchClient(SdkClients.Credentials(aws), SdkClients.Config(new AmazonCloudWatchConfig(), aws));
        using var nodes = new AmazonSimpleSystemsManagementClient(SdkClients.Credentials(aws), SdkClients.Config(new AmazonSimpleSystemsManagementConfig(), aws));
        using var groups = new AmazonAutoScalingClient(SdkClients.Credentials(aws), SdkClients.Config(new AmazonAutoScalingConfig(), aws));
        using var machines = new AmazonStepFunctionsClient(SdkClients.Credentials(aws), SdkClients.Config(new AmazonStepFunctionsConfig(), aws));

        var states = await alarms.Paginators.DescribeAlarms(new()).MetricAlarms.Select(alarm => alarm.StateValue.Value).ToListAsync();

        Assert.Equal(["OK", "ALARM"], states);
        Assert.Equal("ManagedInstance", Assert.Single((await nodes.DescribeInstanceInformationAsync(new())).InstanceInformationList).ResourceType.Value);
        Assert.Equal("InService", Assert.Single((await groups.DescribeAutoScalingGroupsAsync(new())).AutoScalingGroups[0].Instances).LifecycleState.Value);
        Assert.Equal(OneMachine.Arn, Assert.Single((await machines.ListStateMachinesAsync(new())).StateMachines).StateMachineArn);
    }

    [Fact]
    public async Task The_caller_is_told_its_account()
    {
        await using var watched = await Strangers.Watched.StartAsync();

        Assert.Equal("123456789012", (await watched.Command.JsonAsync("sts", "get-caller-identity"))["Account"]!.ToString());
    }
}
