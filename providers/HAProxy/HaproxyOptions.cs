using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using BlueGreenServerless.Plans;

namespace BlueGreenServerless.Providers.HAProxy;

[Description("An HAProxy in master-worker mode and the servers of both colours. The paths are Debian's unless set.")]
public sealed record HaproxyOptions
{
    [Description("Servers of blue: 'address:port' or 'name@address:port'.")]
    public IReadOnlyList<string> Blue { get; init; } = [];

    [Description("Servers of green: 'address:port' or 'name@address:port'.")]
    public IReadOnlyList<string> Green { get; init; } = [];

    [Description("Addresses that HAProxy listens on for users, for example '127.0.0.1:8080' or '*:80'.")]
    public IReadOnlyList<string> Binds { get; init; } = [];

    [Description("HTTPS for users.")]
    public HaproxyTls? Tls { get; init; }

    [Description("Who writes the configuration: 'config' (we own the whole file) or 'map-only' (yours; we only move the traffic in its map).")]
    public HaproxyManage Manage { get; init; } = HaproxyManage.Config;

    [Description("The configuration file; owned by us unless 'manage' is 'map-only'.")]
    public string Config { get; init; } = "/etc/haproxy/haproxy.cfg";

    [Description("Directory of split.map, the file that holds the percentage of green. Unset: beside the configuration.")]
    public string? Directory { get; init; }

    [Description("HAProxy's admin socket ('stats socket ... level admin').")]
    public string Socket { get; init; } = "/run/haproxy/admin.sock";

    [Description("HAProxy's master socket (its -S option).")]
    public string MasterSocket { get; init; } = "/run/haproxy-master.sock";

    [Description("Names of the two backends.")]
    public HaproxyBackends Backends { get; init; } = new();

    [Description("A client keeps its side while the percentage rises (a cookie holds its place in the ramp).")]
    public bool Sticky { get; init; }

    [Description("Host names under which each colour is reached without production traffic.")]
    public HaproxyPreviewHosts PreviewHosts { get; init; } = new();

    [Description("Request header whose value 'blue' or 'green' selects a colour, for example 'X-BlueGreen'. Unset: none does.")]
    public string? PreviewHeader { get; init; }

    [Description("Networks that may use the preview, for example '10.0.0.0/8'. Empty: everybody.")]
    public IReadOnlyList<string> PreviewFrom { get; init; } = [];

    [Description("Where the preview is requested, for example 'http://10.0.0.5:80'. Unset: the first of 'binds'.")]
    public string? PreviewAddress { get; init; }

    [Description("Response header that tells which colour answered, for example 'X-Color'. Unset: none does.")]
    public string? AnswerHeader { get; init; }

    [Description("HAProxy's statistics page.")]
    public HaproxyStats? Stats { get; init; }

    [Description("Requests that one server gets at a time; the rest waits in HAProxy. Set it to the number of workers of a prefork server (Starman).")]
    [Range(1, 100_000)]
    public int? ServerMaxconn { get; init; }

    [Description("Keep idle connections to the servers. Off, no idle connection occupies a worker and none is closed under a request.")]
    public bool ServerKeepAlive { get; init; }

    [Description("HAProxy's own health check of the servers.")]
    public HaproxyHealth Health { get; init; } = new();

    [Description("How long HAProxy waits for what.")]
    public HaproxyTimeouts Timeouts { get; init; } = new();

    [Description("User that HAProxy's worker runs as, when the master is root.")]
    public string? User { get; init; }

    [Description("Group that HAProxy's worker runs as and that may use the admin socket.")]
    public string? Group { get; init; }

    [Description("Where HAProxy logs requests, for example '/dev/log' or '10.0.0.9:514'. Unset: nowhere.")]
    public string? Log { get; init; }

    [Description("Hosts that HAProxy runs on, one binding of a hosts provider for each. Empty: this machine.")]
    public IReadOnlyList<PortBinding> Balancers { get; init; } = [];

    /// <summary>The file that holds the percentage; HAProxy knows the map by this path too.</summary>
    internal string SplitFile => $"{Directory ?? Path.GetDirectoryName(Config)}/split.map";
}
