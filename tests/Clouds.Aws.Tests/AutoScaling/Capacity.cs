using BlueGreenServerless.Clouds.Aws.AutoScaling;
using BlueGreenServerless.Clouds.Aws.Tests.Strangers;
using BlueGreenServerless.Testing.Hosts;
using BlueGreenServerless.Testing.Time;

namespace BlueGreenServerless.Clouds.Aws.Tests.AutoScaling;

public sealed class Capacity
{
    [Fact]
    public async Task Instances_come_into_service_over_time_and_leave_when_the_group_shrinks()
    {
        var time = new VirtualTime();
        await using var watched = await Watched.StartAsync(new AwsDoubleOptions { Clock = time, HealthInterval = TimeSpan.FromDays(1) });
        var launched = new System.Collections.Concurrent.ConcurrentQueue<string>();
        var group = new ScalingGroup("ASG-Green")
        {
            BootTime = TimeSpan.FromMinutes(2), Tags = { ["Environment"] = "Green" },
            Launch = id =>
            {
                launched.Enqueue(id);
                return Task.CompletedTask;
            },
        };
        await watched.Aws.ScalingGroups.AddAsync(group, 0, 3, 1);

        await watched.Command.JsonAsync("autoscaling", "set-desired-capacity", "--auto-scaling-group-name", "ASG-Green", "--desired-capacity", "3");
        var early = await StatesAsync(watched);
        time.Advance(TimeSpan.FromMinutes(2));
        await Eventually.HoldsAsync(async () => (await StatesAsync(watched)).All(state => state == "InService"));
        await watched.Command.JsonAsync("autoscaling", "update-auto-scaling-group", "--auto-scaling-group-name", "ASG-Green", "--min-size", "0", "--desired-capacity", "0");
        await Eventually.HoldsAsync(async () => (await StatesAsync(watched)).Count == 0);

        Assert.Equal(["InService", "Pending", "Pending"], early.Order(StringComparer.Ordinal));
        Assert.Equal(3, launched.Count);
    }

    [Fact]
    public async Task Capacities_outside_of_the_limits_and_unknown_groups_are_refused()
    {
        await using var watched = await Watched.StartAsync();
        await watched.Aws.ScalingGroups.AddAsync(new ScalingGroup("ASG-Blue"), 1, 2, 1);

        var over = await watched.Command.FailureAsync("autoscaling", "set-desired-capacity", "--auto-scaling-group-name", "ASG-Blue", "--desired-capacity", "3");
        var unknown = await watched.Command.FailureAsync("autoscaling", "update-auto-scaling-group", "--auto-scaling-group-name", "none", "--min-size", "1");

        Assert.Contains("above max value 2", over, StringComparison.Ordinal);
        Assert.Contains("AutoScalingGroup name not found", unknown, StringComparison.Ordinal);
    }

    private static async Task<IReadOnlyList<string>> StatesAsync(Watched watched)
    {
        var answer = await watched.Command.JsonAsync("autoscaling", "describe-auto-scaling-groups", "--filters", "Name=tag:Environment,Values=Green");
        return [.. answer["AutoScalingGroups"]![0]!["Instances"]!.AsArray().Select(instance => instance!["LifecycleState"]!.ToString())];
    }
}
