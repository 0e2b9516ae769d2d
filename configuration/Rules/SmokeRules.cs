using System.Text.RegularExpressions;
using BlueGreenServerless.Configuration.Binding;
using BlueGreenServerless.Failures;
using BlueGreenServerless.Plans;

namespace BlueGreenServerless.Configuration.Rules;

/// <summary>Smoke checks: placeholders exist, and headers can be sent.</summary>
internal static partial class SmokeRules
{
    private static readonly string[] Placeholders = ["version", "release"];

    public static IEnumerable<Finding> Check(BoundFile file) =>
        from path in file.Items("smoke")
        let check = file.Value<SmokeCheck>(path)
        where check is not null
        from finding in OfPlaceholders(path, check).Concat(OfHeaders(path, check))
        select finding;

    private static IEnumerable<Finding> OfPlaceholders(string path, SmokeCheck check) =>
        from match in Placeholder().Matches(check.Contains ?? "")
        let name = match.Groups["name"].Value.Trim()
        where !Placeholders.Contains(match.Groups["name"].Value)
        select new Finding(
            $"{path}.contains",
            $"the placeholder {Quote.Text(match.Value)} does not exist — allowed: {{{{version}}}} and {{{{release}}}}; {Suggestion.For(name, Placeholders) ?? "remove it, or use one of these"}");

    private static IEnumerable<Finding> OfHeaders(string path, SmokeCheck check)
    {
        var seen = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var (name, value) in check.Headers)
        {
            if (!HeaderName().IsMatch(name))
            {
                yield return new Finding($"{path}.headers.{name}", $"the header name {Quote.Text(name)} cannot be sent — allowed: letters, digits and !#$%&'*+-.^_`|~; correct it");
            }
            else if (!seen.Add(name))
            {
                yield return new Finding($"{path}.headers.{name}", $"the header {Quote.Text(name)} is given twice — allowed: once, in capitals or not; delete one of the two");
            }

            if (!value.All(c => c is >= ' ' and <= '~'))
            {
                yield return new Finding($"{path}.headers.{name}", $"the header {Quote.Text(name)} has a value that cannot be sent: {Quote.Text(value)} — allowed: printable ASCII; correct it");
            }
        }
    }

    [GeneratedRegex("{{(?<name>.*?)}}", RegexOptions.Singleline | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Placeholder();

    [GeneratedRegex(@"^[A-Za-z0-9!#$%&'*+.^_`|~-]+\z", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex HeaderName();
}
