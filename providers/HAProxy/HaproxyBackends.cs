using System.ComponentModel;
using BlueGreenServerless.Traffic;

namespace BlueGreenServerless.Providers.HAProxy;

[Description("Names of the two backends in HAProxy's configuration.")]
public sealed record HaproxyBackends
{
    [Description("Backend of blue.")]
    public string Blue { get; init; } = "be_blue";

    [Description("Backend of green.")]
    public string Green { get; init; } = "be_green";

    internal string Of(Color color) => color == Color.Blue ? Blue : Green;
}
