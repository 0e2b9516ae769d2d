using System.Collections.Concurrent;
using BlueGreenServerless.Clouds.Aws.Signing;

namespace BlueGreenServerless.Clouds.Aws.AutoScaling;

/// <summary>The groups of the account, and what brings them to their desired capacity.</summary>
public sealed class ScalingGroups(AwsDoubleOptions options)
{
    private readonly ConcurrentQueue<ScalingGroup> groups = new();
    private readonly ConcurrentQueue<Task> changes = new();
    private readonly CancellationTokenSource stop = new();
    private int launched;

    public IReadOnlyList<ScalingGroup> All => [.. groups];

    /// <summary>Adds a group and brings it to its capacity; returns when its instances are in service.</summary>
    public async Task AddAsync(ScalingGroup group, int minSize, int maxSize, int desired)
    {
        (group.MinSize, group.MaxSize) = (minSize, maxSize);
        groups.Enqueue(group);
        var boot = group.BootTime;
        group.BootTime = TimeSpan.Zero;
        SetDesired(group, desired);
        await Task.WhenAll(changes);
        group.BootTime = boot;
    }

    internal void SetDesired(ScalingGroup group, int desired)
    {
        group.Desired = desired;
        var kept = group.Instances.Where(instance => instance.State != "Terminating").ToList();
        foreach (var instance in kept.Skip(desired))
        {
            changes.Enqueue(TerminateAsync(group, instance));
        }

        for (var missing = kept.Count; missing < desired; missing++)
        {
            changes.Enqueue(LaunchAsync(group, $"i-{SigningKey.Hash($"instance {Interlocked.Increment(ref launched)} of {group.Name}")[..17]}"));
        }
    }

    internal async Task StopAsync()
    {
        await stop.CancelAsync();
        await Task.WhenAll(changes);
        stop.Dispose();
    }

    private async Task LaunchAsync(ScalingGroup group, string id)
    {
        group.Put(new ScalingInstance(id, "Pending", options.Clock.GetUtcNow()));
        try
        {
            await Task.Delay(group.Broken ? Timeout.InfiniteTimeSpan : group.BootTime, options.Clock, stop.Token);
        }
        catch (OperationCanceledException)
        {
            return; // the double is going
        }

        await group.Launch(id);
        group.Put(new ScalingInstance(id, "InService", options.Clock.GetUtcNow()));
    }

    private async Task TerminateAsync(ScalingGroup group, ScalingInstance instance)
    {
        group.Put(instance with { State = "Terminating" });
        await group.Terminate(instance.Id);
        group.Remove(instance.Id);
    }
}
