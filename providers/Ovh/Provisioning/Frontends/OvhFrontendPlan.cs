using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using BlueGreenServerless.Providers.Ovh.Balancing;

namespace BlueGreenServerless.Providers.Ovh.Provisioning.Frontends;

[Description("A production front-end with a farm for each colour.")]
public sealed record OvhFrontendPlan
{
    [Description("What the front-end and its farms understand: http or tcp.")]
    public OvhProtocol Protocol { get; init; } = OvhProtocol.Http;

    [Description("Port of the front-end.")]
    [Range(1, 49151)]
    public required int Port { get; init; }

    [Description("Port of the servers.")]
    [Range(1, 49151)]
    public required int ServerPort { get; init; }

    [Description("Path that the probe asks for with GET, and that must answer 200. Unset: '/health' for http; for tcp a connection is enough.")]
    [RegularExpression("^/[!-~]{0,255}$")]
    public string? Probe { get; init; }

    [Description("Seconds between two probes of a server. OVH allows no less than 30.")]
    [Range(30, 3600)]
    public int ProbeInterval { get; init; } = 30;

    [Description("A third farm with the servers of both colours, whose weights divide the traffic of a canary.")]
    public bool Canary { get; init; }

    [Description("Port of a second front-end that shows the idle colour, for example 8888. Unset: none.")]
    [Range(1, 49151)]
    public int? PreviewPort { get; init; }

    [Description("Header that leads a request to the idle colour, for example 'X-Preview: green'. Unset: no such route.")]
    [RegularExpression("^[A-Za-z0-9-]{1,64}: [A-Za-z0-9._-]{1,100}$", ErrorMessage = "'Name: value'")]
    public string? PreviewHeader { get; init; }

    internal string Word => Protocol == OvhProtocol.Http ? "http" : "tcp";

    /// <summary>By which its objects are told from those of the other front-ends.</summary>
    internal string Key => $"{Word}-{Port}";

    internal string? ProbePath => Probe ?? (Protocol == OvhProtocol.Http ? "/health" : null);
}
