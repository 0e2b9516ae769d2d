using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using BlueGreenServerless.Providers.DigitalOcean.Droplets;
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

    /// <exception cref="Failures.InvalidRequestException">A droplet has both tags.</exception>
    internal void RefuseShared(IEnumerable<Droplet> blue, IEnumerable<Droplet> green)
    {
        if (blue.Select(droplet => droplet.Id).Intersect(green.Select(droplet => droplet.Id)).FirstOrDefault() is var both and not 0)
        {
            throw new Failures.InvalidRequestException(
                $"The droplet '{both}' has both tags, '{Blue}' and '{Green}'. Nobody installs under users, so a droplet has one colour. Take one tag away.");
        }
    }

    /// <param name="provider">For the message.</param>
    /// <param name="faults">What else is wrong; null for nothing.</param>
    /// <exception cref="Failures.InvalidRequestException">They cannot be used; the message has every fault.</exception>
    private protected void Check(string provider, params IEnumerable<string?> faults) => DigitalOceanTag.Refuse(
        provider, [DigitalOceanTag.FaultOf(Blue, Green), HasUsableApi ? null : $"'api' is '{Api}': it must be 'https://host'.", .. faults]);
}
