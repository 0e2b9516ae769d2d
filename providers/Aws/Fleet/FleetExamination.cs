using Amazon.AutoScaling.Model;
using BlueGreenServerless.Ports;
using BlueGreenServerless.Providers.Aws.Clients;

namespace BlueGreenServerless.Providers.Aws.Fleet;

/// <summary>Looks at both Auto Scaling groups: there, able to launch, and known to a target group.</summary>
internal sealed class FleetExamination(AwsFleetOptions options, AwsAccount account)
{
    public async Task<IReadOnlyList<Diagnosis>> RunAsync(CancellationToken cancellationToken) =>
        [.. await GroupAsync(options.Blue, cancellationToken), .. await GroupAsync(options.Green, cancellationToken)];

    private Task<IReadOnlyList<Diagnosis>> GroupAsync(string name, CancellationToken cancellationToken) => AwsLook.AtAsync(
        "autoscaling:DescribeAutoScalingGroups", async () => [Look((await AutoScalingGroups.ReadAsync(account, [name], cancellationToken))[0])]);

    private static Diagnosis Look(AutoScalingGroup group)
    {
        if (group.SuspendedProcesses?.Exists(process => process.ProcessName == "Launch") == true)
        {
            return Diagnosis.Blocking(
                $"The Auto Scaling group '{group.AutoScalingGroupName}' has its process 'Launch' suspended. It must run, or the colour never comes to capacity. Resume it.");
        }

        return group.TargetGroupARNs is { Count: > 0 } || group.TrafficSources is { Count: > 0 }
            ? Diagnosis.Fine($"the Auto Scaling group '{group.AutoScalingGroupName}' wants {group.DesiredCapacity ?? 0} and may have {group.MaxSize ?? 0}")
            : Diagnosis.Warning(
                $"The Auto Scaling group '{group.AutoScalingGroupName}' is attached to '0' target groups. New instances would serve nobody. Attach it to its colour's target group.");
    }
}
