using System.ComponentModel;
using System.ComponentModel.DataAnnotations;

namespace BlueGreenServerless.Providers.HAProxy;

[Description("How long HAProxy waits for what.")]
public sealed record HaproxyTimeouts
{
    [Description("For a server to accept a connection.")]
    [Range(typeof(TimeSpan), "00:00:00.001", "01:00:00")]
    public TimeSpan Connect { get; init; } = TimeSpan.FromSeconds(2);

    [Description("For a client to send or take data.")]
    [Range(typeof(TimeSpan), "00:00:00.001", "1.00:00:00")]
    public TimeSpan Client { get; init; } = TimeSpan.FromSeconds(30);

    [Description("For a server to answer.")]
    [Range(typeof(TimeSpan), "00:00:00.001", "1.00:00:00")]
    public TimeSpan Server { get; init; } = TimeSpan.FromSeconds(30);

    [Description("For a free server, when 'serverMaxconn' makes requests wait.")]
    [Range(typeof(TimeSpan), "00:00:00.001", "01:00:00")]
    public TimeSpan Queue { get; init; } = TimeSpan.FromSeconds(30);

    [Description("For silence on an upgraded connection (WebSocket).")]
    [Range(typeof(TimeSpan), "00:00:00.001", "7.00:00:00")]
    public TimeSpan Tunnel { get; init; } = TimeSpan.FromHours(1);

    [Description("How long the old process may finish its requests after a reload; what is still open then is cut.")]
    [Range(typeof(TimeSpan), "00:00:01", "7.00:00:00")]
    public TimeSpan HardStopAfter { get; init; } = TimeSpan.FromMinutes(5);
}
