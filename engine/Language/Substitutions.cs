using System.Text.Json;
using System.Text.RegularExpressions;

namespace BlueGreenServerless.Engine.Language;

/// <summary>Replaces <c>${Name}</c> in the text of a definition, as definition substitutions of a deployment do.</summary>
internal static partial class Substitutions
{
    public static string Apply(string json, IReadOnlyDictionary<string, string> values, Faults faults) =>
        Placeholder().Replace(json, match =>
        {
            var name = match.Groups["name"].Value;
            if (values.TryGetValue(name, out var value))
            {
                return JsonEncodedText.Encode(value).ToString();
            }

            faults.Add("substitutions", $"'{match.Value}' has no value. Given are {string.Join(", ", values.Keys.Order(StringComparer.Ordinal))}");
            return name;
        });

    [GeneratedRegex(@"\$\{(?<name>[A-Za-z0-9_]+)\}", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Placeholder();
}
