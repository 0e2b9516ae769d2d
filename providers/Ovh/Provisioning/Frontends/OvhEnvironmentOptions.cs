using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using BlueGreenServerless.Failures;
using BlueGreenServerless.Providers.Ovh.Balancing;
using BlueGreenServerless.Providers.Ovh.Clients;
using BlueGreenServerless.Providers.Ovh.Cloud;

namespace BlueGreenServerless.Providers.Ovh.Provisioning.Frontends;

[Description("Front-ends, farms and servers of an IP Load Balancing service, with Public Cloud instances or machines that there are. The service itself is ordered, not made here.")]
public sealed record OvhEnvironmentOptions : OvhEnvironmentBase
{
    [Description("The service, for example 'loadbalancer-0123456789abcdef0123456789abcdef' or 'ip-192.0.2.1'. It must exist.")]
    [RegularExpression("^[A-Za-z0-9][A-Za-z0-9.-]{0,62}$")]
    public required string Service { get; init; }

    [Description("Zone of the front-ends and farms, for example 'gra', or 'all'.")]
    [RegularExpression("^[a-z0-9-]{2,20}$")]
    public string Zone { get; init; } = "all";

    [Description("Front-ends that carry production traffic. Releases move them together.")]
    [Length(1, 10)]
    public required IReadOnlyList<OvhFrontendPlan> Frontends { get; init; }

    [Description("Id of the service's vRack network that the servers are in. Unset: they are reached by their public addresses.")]
    [Range(1, int.MaxValue)]
    public long? VrackNetwork { get; init; }

    [Description("Id of the Public Cloud project. Needed with 'instances'.")]
    [RegularExpression(OvhCloudOptions.ProjectId)]
    public string? Project { get; init; }

    [Description("Region of the instances, for example 'GRA11'. Needed with 'instances'.")]
    [RegularExpression(OvhCloudOptions.RegionName)]
    public string? Region { get; init; }

    [Description("Releases swap production and preview front-ends. Goes into the target for bluegreen.yaml.")]
    public bool Swap { get; init; }

    [Description("Changes of the service that others have staged: 'refuse' does nothing while there are some, 'publish' takes them along.")]
    public OvhStaged Pending { get; init; } = OvhStaged.Refuse;

    [Description("How long is waited for a change to be live before it is tried again.")]
    [Range(typeof(TimeSpan), "00:00:05", "00:10:00")]
    public TimeSpan PublishTimeout { get; init; } = TimeSpan.FromMinutes(2);

    internal BalancerPace Pace => new(PublishTimeout, TimeSpan.FromSeconds(10), TimeSpan.FromMilliseconds(250), TimeSpan.FromSeconds(3));

    /// <exception cref="InvalidRequestException">They cannot be used; the message lists every fault.</exception>
    internal OvhEnvironmentOptions Checked()
    {
        _ = Endpoint is { } endpoint ? OvhEndpoint.Of(endpoint) : null;
        List<string> faults = [.. MachineFaults(), .. ProjectFaults(), .. FrontendFaults()];
        return faults.Count == 0 ? this : throw new InvalidRequestException($"The options of the environment '{Name}' of 'ovh' cannot be used: {string.Join(" ", faults)}");
    }

    private IEnumerable<string> ProjectFaults() => Instances is not null && (Project is null || Region is null)
        ? ["'instances' is given without 'project' or 'region': say where they are made."] : [];

    private IEnumerable<string> FrontendFaults() =>
    [
        .. Frontends.Count == 0 ? ["'frontends' is empty: give at least one."] : Array.Empty<string>(),
        .. Frontends.SelectMany(each => new[] { each.Port, each.PreviewPort }).OfType<int>().GroupBy(port => port).Where(twice => twice.Skip(1).Any())
            .Select(twice => $"The port '{twice.Key}' is named twice: each is that of one front-end."),
        .. Frontends.Where(each => each is { PreviewHeader: not null, Protocol: OvhProtocol.Tcp })
            .Select(each => $"The front-end of port '{each.Port}' has 'previewHeader', which tcp does not have. Use 'previewPort'."),
        .. Swap && !Frontends.Any(each => each.PreviewPort is not null) ? ["'swap' is set, but no front-end has 'previewPort' to swap with. Give one."] : Array.Empty<string>(),
    ];
}
