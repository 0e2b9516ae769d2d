using BlueGreenServerless.Testing.Secrets;

namespace BlueGreenServerless.Clouds.Aws;

/// <summary>How the double behaves. Defaults are quick; a test that is about slowness says so.</summary>
public sealed record AwsDoubleOptions
{
    public string Account { get; init; } = "123456789012";

    public string Region { get; init; } = "eu-west-1";

    /// <summary>Port on 127.0.0.1; 0 for any free one.</summary>
    public int Port { get; init; }

    /// <summary>Time of everything that takes time in the cloud.</summary>
    public TimeProvider Clock { get; init; } = TimeProvider.System;

    /// <summary>Time that signatures are checked against. Clients sign with the real time, whatever the other clock says.</summary>
    public TimeProvider SigningClock { get; init; } = TimeProvider.System;

    public IReadOnlyList<AwsKey> Keys { get; init; } = [new("AKIDEXAMPLE", MarkedSecret.OfAws(SecretNames.AwsKey))];

    /// <summary>Most entries of one page, whatever a caller asks for; null for AWS's own limits.</summary>
    public int? PageSize { get; init; }

    /// <summary>How long a change stays unseen by reads that AWS says are eventually consistent.</summary>
    public TimeSpan ReadLag { get; init; }

    /// <summary>How long after a changed listener or rule the traffic follows.</summary>
    public TimeSpan Propagation { get; init; } = TimeSpan.FromMilliseconds(200);

    /// <summary>How often targets are asked for their health, whatever their group says.</summary>
    public TimeSpan HealthInterval { get; init; } = TimeSpan.FromMilliseconds(200);

    /// <summary>Load balancer calls are limited as AWS does: 40 at once and 10 a second in all, of these 20 at once and 3 a second that change something.</summary>
    public bool LoadBalancerLimits { get; init; }

    internal int Page(int limit) => Math.Min(limit, PageSize ?? limit);
}
