using Amazon.AutoScaling;
using Amazon.AutoScaling.Model;
using BlueGreenServerless.Failures;
using BlueGreenServerless.Ports;
using BlueGreenServerless.Providers.Aws.Clients;
using BlueGreenServerless.Traffic;

namespace BlueGreenServerless.Providers.Aws.Fleet;

/// <summary>Two Auto Scaling groups, one for each colour.</summary>
internal sealed class AwsFleet(AwsFleetOptions options, AwsAccount account) : IFleet, IDiagnosed
{
    /// <remarks>
    /// <list type="table">
    /// <item><term>the idle group wants less than the live one has</term><description>its desired and least sizes are raised, its largest when it must</description></item>
    /// <item><term>it wants as much or more</term><description>nothing is written</description></item>
    /// <item><term>fewer instances in service than wanted</term><description>waited for; a suspended Launch process is named</description></item>
    /// </list>
    /// </remarks>
    public async Task<string?> BringToCapacityAsync(Color idle, CancellationToken cancellationToken)
    {
        var groups = await ReadAsync(cancellationToken);
        var (own, live) = (groups[Name(idle)], groups[Name(idle.Other())]);
        var wanted = Math.Max(1, live.DesiredCapacity ?? 0);
        if ((own.DesiredCapacity ?? 0) < wanted)
        {
            await UpdateAsync(Name(idle), Math.Max(own.MinSize ?? 0, live.MinSize ?? 0), Math.Max(own.MaxSize ?? 0, Math.Max(wanted, live.MaxSize ?? 0)), wanted, cancellationToken);
        }

        var serving = InService(own);
        return serving >= wanted ? null : $"{serving} of {wanted} instances of '{Name(idle)}' in service{Suspended(own)}";
    }

    public async Task ScaleInAsync(Color color, CancellationToken cancellationToken)
    {
        var group = (await ReadAsync(cancellationToken))[Name(color)];
        if ((group.DesiredCapacity ?? 0) > options.Keep || (group.MinSize ?? 0) > options.Keep)
        {
            await UpdateAsync(Name(color), Math.Min(group.MinSize ?? 0, options.Keep), null, Math.Min(group.DesiredCapacity ?? 0, options.Keep), cancellationToken);
        }
    }

    public Task<IReadOnlyList<Diagnosis>> DiagnoseAsync(CancellationToken cancellationToken) => new FleetExamination(options, account).RunAsync(cancellationToken);

    private string Name(Color color) => color == Color.Blue ? options.Blue : options.Green;

    private async Task<IReadOnlyDictionary<string, AutoScalingGroup>> ReadAsync(CancellationToken cancellationToken)
    {
        var found = await AutoScalingGroups.ReadAsync(account, [options.Blue, options.Green], cancellationToken);
        return found.ToDictionary(group => group.AutoScalingGroupName, StringComparer.Ordinal);
    }

    private Task<UpdateAutoScalingGroupResponse> UpdateAsync(string name, int least, int? most, int desired, CancellationToken cancellationToken) => AwsCall.RunAsync(
        $"setting the capacity of '{name}'",
        () => account.Scaling.UpdateAutoScalingGroupAsync(
            new UpdateAutoScalingGroupRequest { AutoScalingGroupName = name, MinSize = least, MaxSize = most, DesiredCapacity = desired }, cancellationToken));

    /// <summary>In units of capacity: an instance of a group with weights counts as its weight.</summary>
    private static int InService(AutoScalingGroup group) => (group.Instances ?? [])
        .Where(instance => instance.LifecycleState == LifecycleState.InService && instance.HealthStatus == "Healthy")
        .Sum(instance => int.TryParse(instance.WeightedCapacity, out var weight) ? weight : 1);

    private static string Suspended(AutoScalingGroup group) =>
        group.SuspendedProcesses?.Exists(process => process.ProcessName == "Launch") == true ? "; its process 'Launch' is suspended, so none will start: resume it" : "";
}
