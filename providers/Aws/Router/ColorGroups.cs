using BlueGreenServerless.Traffic;

namespace BlueGreenServerless.Providers.Aws.Router;

/// <summary>ARNs of the two target groups.</summary>
internal sealed record ColorGroups(string Blue, string Green)
{
    public string Of(Color color) => color == Color.Blue ? Blue : Green;

    public bool Has(string? arn) => arn == Blue || arn == Green;
}
