using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using BlueGreenServerless.Providers.Ovh.Balancing;

namespace BlueGreenServerless.Providers.Ovh.Provisioning.Listeners;

[Description("A production listener with a pool for each colour.")]
public sealed record OvhListenerPlan
{
    [Description("What the listener and its pools understand: http or tcp.")]
    public OvhProtocol Protocol { get; init; } = OvhProtocol.Http;

    [Description("Port of the listener.")]
    [Range(1, 65535)]
    public required int Port { get; init; }

    [Description("Port of the members.")]
    [Range(1, 65535)]
    public required int MemberPort { get; init; }

    [Description("Path that the health monitor asks for with GET, and that must answer 200. Unset: '/health' for http; for tcp a connection is enough.")]
    [RegularExpression("^/[!-~]{0,255}$")]
    public string? Probe { get; init; }

    [Description("Seconds between two questions of the health monitor. Each may take one second less.")]
    [Range(2, 3600)]
    public int ProbeInterval { get; init; } = 5;

    [Description("A third pool with the members of both colours, whose weights divide the traffic of a canary.")]
    public bool Canary { get; init; }

    [Description("Port of a second listener that shows the idle colour, for example 8888. Unset: none, and 'previewHeader' must be given.")]
    [Range(1, 65535)]
    public int? PreviewPort { get; init; }

    [Description("Header that leads a request to the idle colour, for example 'X-Preview: green'. Unset: no such policy.")]
    [RegularExpression("^[A-Za-z0-9-]{1,64}: [A-Za-z0-9._-]{1,100}$", ErrorMessage = "'Name: value'")]
    public string? PreviewHeader { get; init; }

    internal string Word => Protocol == OvhProtocol.Http ? "http" : "tcp";

    /// <summary>By which its objects are told from those of the other listeners.</summary>
    internal string Key => $"{Word}-{Port}";

    internal string? ProbePath => Probe ?? (Protocol == OvhProtocol.Http ? "/health" : null);
}
