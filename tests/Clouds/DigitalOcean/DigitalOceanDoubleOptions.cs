using System.Text.Json.Nodes;
using BlueGreenServerless.Testing.Secrets;

namespace BlueGreenServerless.Clouds.DigitalOcean;

/// <summary>How the double behaves. Defaults are quick; a test that is about slowness says so.</summary>
public sealed record DigitalOceanDoubleOptions
{
    /// <summary>Time of everything that takes time in the cloud.</summary>
    public TimeProvider Clock { get; init; } = TimeProvider.System;

    public IReadOnlyList<string> Tokens { get; init; } = ["dop_v1_" + MarkedSecret.Of(SecretNames.DigitalOcean)];

    /// <summary>Most entries of one page, whatever a caller asks for.</summary>
    public int PageSize { get; init; } = 200;

    /// <summary>Where links to further pages lead, as behind a proxy; null: to the double.</summary>
    public Uri? LinksLeadTo { get; init; }

    /// <summary>Calls of a token in a minute; the answer beyond says how long to wait.</summary>
    public int CallsPerMinute { get; init; } = 250;

    /// <summary>Calls of a token in an hour; the answer beyond does not say how long to wait.</summary>
    public int CallsPerHour { get; init; } = 5000;

    /// <summary>How long a droplet's action takes.</summary>
    public TimeSpan ActionTime { get; init; } = TimeSpan.FromMilliseconds(200);

    /// <summary>How long after a droplet was made its tags are not seen.</summary>
    public TimeSpan TagLag { get; init; }

    /// <summary>How long after a droplet was made no list has it.</summary>
    public TimeSpan ListLag { get; init; }

    /// <summary>How long a load balancer that was made is <c>new</c>.</summary>
    public TimeSpan BalancerTime { get; init; }

    /// <summary>How long a load balancer is busy after a change and refuses the next one.</summary>
    public TimeSpan Busy { get; init; } = TimeSpan.FromMilliseconds(200);

    /// <summary>How long after a change the load balancer is still read as it was.</summary>
    public TimeSpan ReadLag { get; init; }

    /// <summary>How long after a change the traffic follows.</summary>
    public TimeSpan Propagation { get; init; } = TimeSpan.FromMilliseconds(100);

    /// <summary>Fields of load balancers that no client knows yet, with their defaults.</summary>
    public IReadOnlyDictionary<string, JsonNode> NewFields { get; init; } = new Dictionary<string, JsonNode>(StringComparer.Ordinal);
}
