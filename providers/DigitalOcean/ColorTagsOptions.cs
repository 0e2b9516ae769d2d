using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using BlueGreenServerless.Traffic;

namespace BlueGreenServerless.Providers.DigitalOcean;

/// <summary>What every port needs to know that tells the colours apart by the tags of their droplets.</summary>
public abstract record ColorTagsOptions : DigitalOceanOptions
{
    [Description("Tag of blue's droplets.")]
    [RegularExpression(DigitalOceanTag.Pattern, ErrorMessage = DigitalOceanTag.Form)]
    public required string Blue { get; init; }

    [Description("Tag of green's droplets.")]
    [RegularExpression(DigitalOceanTag.Pattern, ErrorMessage = DigitalOceanTag.Form)]
    public required string Green { get; init; }

    internal string Tag(Color color) => color == Color.Blue ? Blue : Green;

    /// <param name="provider">For the message.</param>
    /// <param name="faults">What else is wrong; null for nothing.</param>
    /// <exception cref="Failures.InvalidRequestException">They cannot be used; the message has every fault.</exception>
    private protected void Check(string provider, params IEnumerable<string?> faults) => DigitalOceanTag.Refuse(
        provider, [DigitalOceanTag.FaultOf(Blue, Green), HasUsableApi ? null : $"'api' is '{Api}': it must be 'https://host'.", .. faults]);
}
