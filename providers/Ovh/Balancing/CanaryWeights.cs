using BlueGreenServerless.Failures;

namespace BlueGreenServerless.Providers.Ovh.Balancing;

/// <summary>
/// Weights of servers that divide the traffic of a farm by whole percent. A weight is 1 to 256; 0 means that the server is not used
/// (schema of /ipLoadbalancing and of OVH's Octavia).
/// </summary>
internal static class CanaryWeights
{
    private const int Largest = 256;

    /// <summary>The smallest weights that give green its percent, rounded to whole percent.</summary>
    /// <param name="blue">Servers of blue, at least 1.</param>
    /// <param name="green">Servers of green, at least 1.</param>
    /// <param name="percent">Of green, 1 to 99.</param>
    /// <exception cref="NotSupportedByTargetException">No weights give it.</exception>
    public static (int Blue, int Green) Of(int blue, int green, int percent)
    {
        var wanted = (double)percent / (100 - percent) * blue / green;
        var best = Enumerable.Range(1, Largest)
            .Select(ofBlue => (Blue: ofBlue, Green: Math.Clamp((int)Math.Round(ofBlue * wanted), 1, Largest)))
            .MinBy(pair => Math.Abs(((double)pair.Green / pair.Blue) - wanted));
        return Percent((long)best.Blue * blue, (long)best.Green * green) == percent ? best
            : throw new NotSupportedByTargetException(
                $"'{percent}' percent for '{green}' of {blue + green} servers cannot be had by weights. Allowed are weights from 1 to {Largest}. Give both colours as many servers, or take another step.");
    }

    /// <summary>Green's share of all weights, in whole percent; 0 and 100 only when one side has nothing.</summary>
    public static int Percent(long blue, long green) =>
        green == 0 ? 0 : blue == 0 ? 100 : Math.Clamp((int)Math.Round(100.0 * green / (blue + green)), 1, 99);
}
