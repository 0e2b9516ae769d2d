using System.Globalization;
using BlueGreenServerless.Traffic;

namespace BlueGreenServerless.Providers.HAProxy;

/// <summary>The text of the map file: one line, <c>green_pct N</c>.</summary>
internal static class SplitFile
{
    public static string Text(int percent) => $"{HaproxyConfiguration.SplitKey} {percent}\n";

    /// <summary>The first entry wins, as in HAProxy; null when there is none or it is no percentage.</summary>
    public static int? Percent(string? text)
    {
        foreach (var line in (text ?? "").Split('\n'))
        {
            var words = line.Split([' ', '\t'], StringSplitOptions.RemoveEmptyEntries);
            if (words.Length == 2 && words[0] == HaproxyConfiguration.SplitKey)
            {
                return int.TryParse(words[1], NumberStyles.None, CultureInfo.InvariantCulture, out var percent) && percent <= 100 ? percent : null;
            }
        }

        return null;
    }

    public static TrafficSplit Split(int percent) => TrafficSplit.Toward(Color.Green, percent);
}
