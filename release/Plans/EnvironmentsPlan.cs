using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using BlueGreenServerless.Ports;

namespace BlueGreenServerless.Plans;

/// <summary>The user's <c>environment.yaml</c>.</summary>
[Description("environment.yaml: what bluegreen provision makes.")]
public sealed record EnvironmentsPlan
{
    [Description("Two identical environments and the load balancer before them, each at one provider.")]
    [Length(1, 20)]
    [BindsPort(PortKind.Environment)]
    public required IReadOnlyList<PortBinding> Environments { get; init; }
}
