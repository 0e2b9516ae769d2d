using Amazon.AutoScaling.Model;
using BlueGreenServerless.Failures;
using BlueGreenServerless.Providers.Aws.Clients;

namespace BlueGreenServerless.Providers.Aws.Fleet;

/// <summary>Reads Auto Scaling groups by name.</summary>
internal static class AutoScalingGroups
{
    /// <exception cref="ProviderRefusedException">One of them does not exist.</exception>
    public static async Task<IReadOnlyList<AutoScalingGroup>> ReadAsync(AwsAccount account, IReadOnlyList<string> names, CancellationToken cancellationToken)
    {
        var request = new DescribeAutoScalingGroupsRequest { AutoScalingGroupNames = [.. names] };
        var answer = await AwsCall.RunAsync("reading the Auto Scaling groups", () => account.Scaling.DescribeAutoScalingGroupsAsync(request, cancellationToken));
        var found = answer.AutoScalingGroups ?? [];
        return names.FirstOrDefault(name => !found.Exists(group => group.AutoScalingGroupName == name)) is { } missing
            ? throw new ProviderRefusedException($"AWS does not know the Auto Scaling group '{missing}' in this region. It must exist. Correct its name or 'region'.")
            : found;
    }
}
