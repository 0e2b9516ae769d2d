using System.Globalization;
using BlueGreenServerless.Ports;
using BlueGreenServerless.Providers.DigitalOcean.Droplets;
using BlueGreenServerless.Traffic;

namespace BlueGreenServerless.Providers.DigitalOcean.Environments;

/// <summary>The droplets of both colours as parts, and whose a droplet is.</summary>
internal sealed class ColorDroplets(DropletEnvironmentOptions options, EnvironmentWorld world)
{
    public IReadOnlyList<IEnvironmentPart> Wave { get; } =
        [.. Enum.GetValues<Color>().SelectMany(color => Enumerable.Range(1, options.Each).Select(number => Part(options, world, color, number)))];

    /// <summary>By its tag; one of ours that has lost it, by its name.</summary>
    public Color? ColorOf(MadeDroplet made) =>
        made.Has(options.Blue) ? Color.Blue : made.Has(options.Green) ? Color.Green : made.Has(world.Mark) ? ColorOfName(made.Droplet.Name) : null;

    /// <summary>Those with our mark whose names are not among the parts any more.</summary>
    public async Task<IReadOnlyList<IEnvironmentPart>> SurplusAsync(IEnumerable<IEnvironmentPart> wanted, CancellationToken cancellationToken)
    {
        var names = wanted.Select(part => part.Name).ToHashSet(StringComparer.OrdinalIgnoreCase);
        return
        [
            .. from made in await world.Droplets.ReadAsync(cancellationToken)
               where made.Has(world.Mark) && names.Add(made.Droplet.Name)
               orderby made.Droplet.Name
               select new DropletPart(world, made.Droplet.Name, ColorOf(made), "", options.Droplets with { Size = made.Size }, _ => Task.FromResult<string?>(null)),
        ];
    }

    private Color? ColorOfName(string name)
    {
        foreach (var color in Enum.GetValues<Color>())
        {
            if (name.StartsWith(Beginning(options, color), StringComparison.OrdinalIgnoreCase))
            {
                return color;
            }
        }

        return null;
    }

    private static DropletPart Part(DropletEnvironmentOptions options, EnvironmentWorld world, Color color, int number) => new(
        world, Beginning(options, color) + number.ToString(CultureInfo.InvariantCulture), color, options.Tag(color), options.Droplets,
        cancellationToken => UserData.ReadAsync(options.Droplets.UserData, cancellationToken));

    private static string Beginning(DropletEnvironmentOptions options, Color color) => $"{options.Name}-{color.Lower()}-";
}
