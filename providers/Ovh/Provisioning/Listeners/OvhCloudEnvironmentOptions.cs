using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using BlueGreenServerless.Failures;
using BlueGreenServerless.Providers.Ovh.Balancing;
using BlueGreenServerless.Providers.Ovh.Clients;
using BlueGreenServerless.Providers.Ovh.Cloud;

namespace BlueGreenServerless.Providers.Ovh.Provisioning.Listeners;

[Description("A Public Cloud Load Balancer with listeners, pools and health monitors, and the instances behind it.")]
public sealed record OvhCloudEnvironmentOptions : OvhEnvironmentBase
{
    [Description("Id of the Public Cloud project.")]
    [RegularExpression(OvhCloudOptions.ProjectId)]
    public required string Project { get; init; }

    [Description("Region of instances and load balancer, for example 'GRA11'.")]
    [RegularExpression(OvhCloudOptions.RegionName)]
    public required string Region { get; init; }

    [Description("Id of a load balancer that there is. It is neither made nor destroyed. Either this or 'newLoadBalancer'.")]
    [RegularExpression(OvhListener.Id, ErrorMessage = "a UUID")]
    public string? LoadBalancer { get; init; }

    [Description("A load balancer that is made. Either this or 'loadBalancer'.")]
    public OvhBalancerTemplate? NewLoadBalancer { get; init; }

    [Description("Listeners that carry production traffic. Releases move them together.")]
    [Length(1, 10)]
    public required IReadOnlyList<OvhListenerPlan> Listeners { get; init; }

    [Description("How long is waited while the load balancer is busy with a change, before it is tried again.")]
    [Range(typeof(TimeSpan), "00:00:05", "00:10:00")]
    public TimeSpan BusyTimeout { get; init; } = TimeSpan.FromMinutes(2);

    /// <exception cref="InvalidRequestException">They cannot be used; the message lists every fault.</exception>
    internal OvhCloudEnvironmentOptions Checked()
    {
        _ = Endpoint is { } endpoint ? OvhEndpoint.Of(endpoint) : null;
        List<string> faults = [.. MachineFaults(), .. BalancerFaults(), .. ListenerFaults()];
        return faults.Count == 0 ? this : throw new InvalidRequestException($"The options of the environment '{Name}' of 'ovh-cloud' cannot be used: {string.Join(" ", faults)}");
    }

    private IEnumerable<string> BalancerFaults() =>
    [
        .. (LoadBalancer is null) == (NewLoadBalancer is null) ? ["Exactly one of 'loadBalancer' and 'newLoadBalancer' must be given."] : Array.Empty<string>(),
        .. NewLoadBalancer is { Public: false, Gateway: not null } ? ["'gateway' is given without 'public': only a public address needs one."] : Array.Empty<string>(),
    ];

    private IEnumerable<string> ListenerFaults() =>
    [
        .. Listeners.Count == 0 ? ["'listeners' is empty: give at least one."] : Array.Empty<string>(),
        .. Listeners.SelectMany(each => new[] { each.Port, each.PreviewPort }).OfType<int>().GroupBy(port => port).Where(twice => twice.Skip(1).Any())
            .Select(twice => $"The port '{twice.Key}' is named twice: each is that of one listener."),
        .. Listeners.Where(each => each is { PreviewHeader: not null, Protocol: OvhProtocol.Tcp })
            .Select(each => $"The listener of port '{each.Port}' has 'previewHeader', which tcp does not have. Use 'previewPort'."),
        // Octavia renders, and so checks, only pools that a listener or a policy leads to
        .. Listeners.Where(each => each is { PreviewPort: null, PreviewHeader: null })
            .Select(each => $"The listener of port '{each.Port}' has neither 'previewPort' nor 'previewHeader': nothing would lead to the idle colour, and its health would never be checked. Give one."),
    ];
}
