using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using BlueGreenServerless.Providers.Hosts;

namespace BlueGreenServerless.Providers.Ssh;

[Description("Hosts that are reached with the OpenSSH client: your configuration, agent and known hosts are used, host keys are checked.")]
public sealed record SshOptions
{
    [Description("Hosts of blue: 'address', 'user@address:port' or 'name=user@address:port'; an address may be an alias of your ssh configuration.")]
    public IReadOnlyList<string> Blue { get; init; } = [];

    [Description("Hosts of green, as for blue.")]
    public IReadOnlyList<string> Green { get; init; } = [];

    [Description("Hosts that belong to no colour, as for blue (for a load balancer's own commands).")]
    public IReadOnlyList<string> Hosts { get; init; } = [];

    [Description("Directory and environment of the hooks by the host's name.")]
    public IReadOnlyDictionary<string, HostSettings> Settings { get; init; } = new Dictionary<string, HostSettings>(StringComparer.Ordinal);

    [Description("User for hosts that name none. Unset: what your ssh configuration says.")]
    [RegularExpression("^[A-Za-z0-9_][A-Za-z0-9._-]*$")]
    public string? User { get; init; }

    [Description("File of the private key. Unset: your agent and the usual files.")]
    public string? IdentityFile { get; init; }

    [Description("Configuration file of the ssh client. Unset: ~/.ssh/config.")]
    public string? ConfigFile { get; init; }

    [Description("Further options of the ssh client, each as 'Name=value'. Host key checks and batch mode stay on.")]
    public IReadOnlyList<string> Options { get; init; } = [];

    [Description("Hosts worked on at the same time.")]
    [Range(1, 1000)]
    public int Parallel { get; init; } = 10;

    [Description("How long a connection may take to come up.")]
    [Range(typeof(TimeSpan), "00:00:01", "00:10:00")]
    public TimeSpan ConnectTimeout { get; init; } = TimeSpan.FromSeconds(10);
}
