using System.ComponentModel;
using BlueGreenServerless.Traffic;

namespace BlueGreenServerless.Providers.HAProxy;

[Description("Host names that reach a colour whatever the traffic is. They need no DNS entry: our probes send them as a header.")]
public sealed record HaproxyPreviewHosts
{
    [Description("Host name of blue.")]
    public string Blue { get; init; } = "blue.bluegreen.internal";

    [Description("Host name of green.")]
    public string Green { get; init; } = "green.bluegreen.internal";

    internal string Of(Color color) => color == Color.Blue ? Blue : Green;
}
