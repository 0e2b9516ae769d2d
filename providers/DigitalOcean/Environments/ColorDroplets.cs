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

    /// <summary>By its tags, and one of ours by its name, too: somebody may have given it to the other colour, or to none.</summary>
    public IReadOnlySet<Color> ColorsOf(MadeDroplet made) => Enum.GetValues<Color>()
        .Where(color => made.Has(options.Tag(color)) || (made.Has(world.Mark) && ColorOfName(made.Droplet.Name) == color)).ToHashSet();

    /// <summary>Those with our mark whose names are not among the parts any more.</summary>
    public async Task<IReadOnlyList<IEnvironmentPart>> SurplusAsync(IEnumerable<IEnvironmentPart> wanted, CancellationToken cancellationToken)
    {
        var names = wanted.Select(part => part.Name).ToHashSet(StringComparer.OrdinalIgnoreCase);
        return
        [
            .. from made in await world.Droplets.ReadAsync(cancellationToken)
               where made.Has(world.Mark) && names.Add(made.Droplet.Name)
               orderby made.Droplet.Name
               select Surplus(made),
        ];
    }

    private DropletPart Surplus(MadeDroplet made)
    {
        Color? color = ColorsOf(made) is { Count: 1 } one ? one.First() : ColorOfName(made.Droplet.Name);
        return new DropletPart(world, made.Droplet.Name, color, "", options.Droplets with { Size = made.Size }, _ => Task.FromResult<string?>(null)) { OtherTag = OtherTag(options, color) };
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
        cancellationToken => UserData.ReadAsync(options.Droplets.UserData, cancellationToken)) { OtherTag = OtherTag(options, color) };

    private static string? OtherTag(DropletEnvironmentOptions options, Color? color) => color is { } own ? options.Tag(own.Other()) : null;

    private static string Beginning(DropletEnvironmentOptions options, Color color) => $"{options.Name}-{color.Lower()}-";
}
