using BlueGreenServerless.Clouds.Aws.LoadBalancing;
using BlueGreenServerless.Testing.HAProxy;
using BlueGreenServerless.Testing.Hosts;

namespace BlueGreenServerless.Clouds.Aws.Tests.LoadBalancing;

public sealed class Health
{
    [Fact]
    public async Task A_target_goes_from_initial_to_healthy_to_unhealthy_and_back()
    {
        await using var site = new TinySite("blue");
        await using var aws = await TwoColours.StartAsync(new AwsDoubleOptions { HealthInterval = TimeSpan.FromMilliseconds(50) });
        aws.Blue.Register(new Target("i-blue", site.Port));

        await BecomesAsync(aws, aws.Blue, "healthy", null);
        site.HealthStatus = 503;
        await BecomesAsync(aws, aws.Blue, "unhealthy", "Target.ResponseCodeMismatch");
        site.HealthStatus = 200;
        await BecomesAsync(aws, aws.Blue, "healthy", null);
        await site.DisposeAsync();
        await BecomesAsync(aws, aws.Blue, "unhealthy", "Target.FailedHealthChecks");
    }

    [Fact]
    public async Task A_group_with_weight_zero_is_checked_and_one_without_a_listener_is_not()
    {
        await using var site = new TinySite("green");
        await using var aws = await TwoColours.StartAsync(new AwsDoubleOptions { HealthInterval = TimeSpan.FromMilliseconds(50) });
        var idle = aws.Balancers.AddGroup("idle");
        idle.Register(new Target("i-idle", site.Port));
        aws.Green.Register(new Target("i-green", site.Port));

        await BecomesAsync(aws, aws.Green, "healthy", null);

        await BecomesAsync(aws, idle, "unused", "Target.NotInUse");
    }

    [Fact]
    public async Task A_deregistered_target_drains_until_its_delay_is_over()
    {
        await using var site = new TinySite("blue");
        await using var aws = await TwoColours.StartAsync(new AwsDoubleOptions { HealthInterval = TimeSpan.FromMilliseconds(50) });
        aws.Blue.Register(new Target("i-blue", site.Port));
        aws.Green.Attributes["deregistration_delay.timeout_seconds"] = "0";
        aws.Green.Register(new Target("i-green", site.Port));

        aws.Blue.Deregister("i-blue", TimeProvider.System);
        aws.Green.Deregister("i-green", TimeProvider.System);

        await BecomesAsync(aws, aws.Blue, "draining", "Target.DeregistrationInProgress");
        var green = await aws.Command.JsonAsync("elbv2", "describe-target-health", "--target-group-arn", aws.Green.Arn);
        var asked = await aws.Command.JsonAsync("elbv2", "describe-target-health", "--target-group-arn", aws.Green.Arn, "--targets", "Id=i-green");
        Assert.Empty(green["TargetHealthDescriptions"]!.AsArray());
        Assert.Equal("Target.NotRegistered", asked["TargetHealthDescriptions"]![0]!["TargetHealth"]!["Reason"]!.ToString());
    }

    private static Task BecomesAsync(TwoColours aws, TargetGroup group, string state, string? reason) => Eventually.HoldsAsync(async () =>
    {
        var answer = await aws.Command.JsonAsync("elbv2", "describe-target-health", "--target-group-arn", group.Arn);
        var health = Assert.Single(answer["TargetHealthDescriptions"]!.AsArray())!["TargetHealth"]!;
        return health["State"]!.ToString() == state && health["Reason"]?.ToString() == reason;
    });
}
