using System.Collections.Concurrent;

namespace BlueGreenServerless.Clouds.Aws.AutoScaling;

/// <summary>An Auto Scaling group; its instances come and go as a test says.</summary>
public sealed class ScalingGroup(string name)
{
    private readonly Lock gate = new();
    private readonly List<ScalingInstance> instances = [];

    public string Name { get; } = name;

    public int MinSize { get; internal set; }

    public int MaxSize { get; internal set; }

    public int Desired { get; internal set; }

    public ConcurrentDictionary<string, string> Tags { get; } = new(StringComparer.Ordinal);

    public IReadOnlyList<string> TargetGroupArns { get; init; } = [];

    /// <summary>How long an instance is Pending.</summary>
    public TimeSpan BootTime { get; set; } = TimeSpan.Zero;

    /// <summary>No instance ever becomes InService.</summary>
    public bool Broken { get; set; }

    /// <summary>Makes the instance real: starts its process, registers it with its target group, adds its node.</summary>
    public Func<string, Task> Launch { get; init; } = _ => Task.CompletedTask;

    /// <summary>Takes it away.</summary>
    public Func<string, Task> Terminate { get; init; } = _ => Task.CompletedTask;

    /// <summary>AWS refuses changes while it scales.</summary>
    public bool RefusesWhileScaling { get; set; }

    public IReadOnlyList<ScalingInstance> Instances
    {
        get
        {
            lock (gate)
            {
                return [.. instances];
            }
        }
    }

    internal bool IsScaling => Instances.Any(instance => instance.State != "InService");

    internal void Put(ScalingInstance instance)
    {
        lock (gate)
        {
            instances.RemoveAll(known => known.Id == instance.Id);
            instances.Add(instance);
        }
    }

    internal void Remove(string id)
    {
        lock (gate)
        {
            instances.RemoveAll(known => known.Id == id);
        }
    }
}
