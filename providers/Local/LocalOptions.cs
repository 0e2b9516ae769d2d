using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using BlueGreenServerless.Providers.Hosts;

namespace BlueGreenServerless.Providers.Local;

[Description("Hosts that are directories of this machine.")]
public sealed record LocalOptions
{
    [Description("Hosts of blue, each a directory: '/srv/blue1' or 'name=/srv/blue1'. The name is the directory's unless given.")]
    public IReadOnlyList<string> Blue { get; init; } = [];

    [Description("Hosts of green, as for blue.")]
    public IReadOnlyList<string> Green { get; init; } = [];

    [Description("Hosts that belong to no colour, as for blue (for a load balancer's own commands).")]
    public IReadOnlyList<string> Hosts { get; init; } = [];

    [Description("Environment of the hooks by the host's name; also another directory.")]
    public IReadOnlyDictionary<string, HostSettings> Settings { get; init; } = new Dictionary<string, HostSettings>(StringComparer.Ordinal);

    [Description("Hosts worked on at the same time.")]
    [Range(1, 1000)]
    public int Parallel { get; init; } = 4;
}
