using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using BlueGreenServerless.Plans;
using BlueGreenServerless.Ports;

namespace BlueGreenServerless.Configuration.Tests.Samples;

[Description("A load balancer that exists in tests only.")]
public sealed record EdgeOptions : IValidatableObject
{
    [Description("Socket of the balancer.")]
    [RegularExpression("^/[!-~]+$")]
    public required string Socket { get; init; }

    [Description("How the traffic is divided.")]
    public EdgeMode Mode { get; init; } = EdgeMode.ByWeight;

    [Description("Servers of both colours.")]
    [Length(1, 4)]
    public IReadOnlyList<EdgeServer> Servers { get; init; } = [new() { Address = "127.0.0.1" }];

    [Description("Password of the balancer.")]
    public SecretReference? Password { get; init; }

    [Description("Hosts through which the balancer is reached. Unset: this machine.")]
    public PortBinding? Via { get; init; }

    [Description("Address of the balancer's interface.")]
    public Uri? Api { get; init; }

    [Description("Whether clients stay with their colour.")]
    public bool Sticky { get; init; }

    [Description("Share of the clients that are logged.")]
    [Range(0.0, 0.5)]
    public Percentage Logged { get; init; }

    [Description("Labels.")]
    public IReadOnlyDictionary<string, string> Labels { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (Sticky && Mode == EdgeMode.ByHeader)
        {
            yield return new ValidationResult("'sticky' is 'true' with mode 'by-header' — allowed: sticky with by-weight; remove one", [nameof(Sticky)]);
        }
    }
}
