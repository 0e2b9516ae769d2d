using System.Text.Json.Nodes;
using BlueGreenServerless.Failures;

namespace BlueGreenServerless.Providers.Ovh.Balancing;

/// <summary>The headers that a request needs so that the rules of a route match it. Rules of one route must all match.</summary>
internal static class RouteHeaders
{
    private const string Any = "1";

    /// <exception cref="NotSupportedByTargetException">A rule asks for something that no header expresses.</exception>
    public static async Task<IReadOnlyDictionary<string, string>> ReadAsync(BalancerApi api, string route, CancellationToken cancellationToken)
    {
        var rules = new List<JsonObject>();
        foreach (var id in await api.IdsAsync($"{route}/rule", cancellationToken))
        {
            rules.Add(await api.ReadAsync($"{route}/rule/{id}", cancellationToken));
        }

        return Of(route, rules);
    }

    public static IReadOnlyDictionary<string, string> Of(string route, IReadOnlyList<JsonObject> rules)
    {
        var headers = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var rule in rules)
        {
            var (name, value) = Header(rule) ?? throw Unusable(route, rule);
            headers[name] = name == "Cookie" && headers.TryGetValue(name, out var before) ? $"{before}; {value}" : value;
        }

        return headers.Count > 0 ? headers
            : throw new NotSupportedByTargetException($"The preview route '{route}' has '0' rules, so all users would be led to the idle colour. It needs at least one. Add a rule on a host, header or cookie.");
    }

    private static (string Name, string Value)? Header(JsonObject rule)
    {
        var (field, match) = ((string?)rule["field"], (string?)rule["match"]);
        var (sub, pattern) = ((string?)rule["subField"], (string?)rule["pattern"]);
        return (bool?)rule["negate"] == true ? null : (field, match) switch
        {
            ("host", "is") when pattern is not null => ("Host", pattern),
            ("header", "is") when sub is not null && pattern is not null => (sub, pattern),
            ("header", "exists") when sub is not null => (sub, Any),
            ("cookie", "is") when sub is not null && pattern is not null => ("Cookie", $"{sub}={pattern}"),
            ("cookie", "exists") when sub is not null => ("Cookie", $"{sub}={Any}"),
            _ => null,
        };
    }

    private static NotSupportedByTargetException Unusable(string route, JsonObject rule) => new(
        $"The preview route '{route}' has a rule '{rule["field"]} {rule["match"]}'{((bool?)rule["negate"] == true ? " that is negated" : "")}, which no header expresses. " +
        "Allowed are host is, header is or exists, cookie is or exists. Change the rule, or use 'preview', a second front-end.");
}
