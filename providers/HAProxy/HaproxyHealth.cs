using System.ComponentModel;
using System.ComponentModel.DataAnnotations;

namespace BlueGreenServerless.Providers.HAProxy;

[Description("HAProxy's own health check of every server of both colours.")]
public sealed record HaproxyHealth
{
    [Description("Path that answers 2xx when a server can serve.")]
    public string Path { get; init; } = "/health";

    [Description("Host header of the check.")]
    public string Host { get; init; } = "localhost";

    [Description("Time between two checks.")]
    [Range(typeof(TimeSpan), "00:00:00.050", "00:05:00")]
    public TimeSpan Interval { get; init; } = TimeSpan.FromMilliseconds(500);

    [Description("Time for one answer; a busy prefork server answers only when a worker is free.")]
    [Range(typeof(TimeSpan), "00:00:00.050", "00:05:00")]
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(2);

    [Description("Failed checks in a row that take a server out.")]
    [Range(1, 100)]
    public int Fall { get; init; } = 2;

    [Description("Good checks in a row that bring it back.")]
    [Range(1, 100)]
    public int Rise { get; init; } = 2;
}
