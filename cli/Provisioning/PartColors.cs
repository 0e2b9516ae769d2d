using BlueGreenServerless.Ports;
using BlueGreenServerless.Traffic;

namespace BlueGreenServerless.Cli.Provisioning;

/// <summary>Whose a part is.</summary>
internal static class PartColors
{
    /// <param name="color">Null for everything, what both colours share among it.</param>
    public static bool BelongsTo(this IEnvironmentPart part, Color? color) => color is null || part.Color == color;
}
