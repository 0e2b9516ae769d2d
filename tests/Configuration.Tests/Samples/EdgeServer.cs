using System.ComponentModel;
using System.ComponentModel.DataAnnotations;

namespace BlueGreenServerless.Configuration.Tests.Samples;

[Description("One server behind the balancer.")]
public sealed record EdgeServer
{
    [Description("Name or address.")]
    public required string Address { get; init; }

    [Description("Port.")]
    [Range(1, 65535)]
    public int Port { get; init; } = 80;

    [Description("Time between two checks.")]
    [Range(typeof(TimeSpan), "00:00:00.1", "00:01:00")]
    public TimeSpan Check { get; init; } = TimeSpan.FromMilliseconds(500);
}
