using System.Text.Json.Nodes;
using BlueGreenServerless.Failures;

namespace BlueGreenServerless.Providers.Ovh.Cloud;

/// <summary>The headers that a request needs so that the rules of an L7 policy match it. Rules of one policy must all match.</summary>
internal static class PolicyHeaders
{
    /// <exception cref="NotSupportedByTargetException">A rule asks for something that no header expresses.</exception>
    public static IReadOnlyDictionary<string, string> Of(string policy, IReadOnlyList<JsonObject> rules)
    {
        var headers = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var rule in rules)
        {
            var (name, value) = Header(rule) ?? throw new NotSupportedByTargetException(
                $"The preview policy '{policy}' has a rule '{rule["ruleType"]} {rule["compareType"]}', which no header expresses. " +
                "Allowed are hostName, header and cookie with equalTo and without invert. Change the rule, or use 'preview', a second listener.");
            headers[name] = name == "Cookie" && headers.TryGetValue(name, out var before) ? $"{before}; {value}" : value;
        }

        return headers.Count > 0 ? headers
            : throw new NotSupportedByTargetException($"The preview policy '{policy}' has '0' rules, so it leads nobody to the idle colour. It needs at least one. Add a rule on a host, header or cookie.");
    }

    private static (string Name, string Value)? Header(JsonObject rule)
    {
        var (key, value) = ((string?)rule["key"], (string?)rule["value"]);
        return (bool?)rule["invert"] == true || (string?)rule["compareType"] != "equalTo" || value is null ? null : (string?)rule["ruleType"] switch
        {
            "hostName" => ("Host", value),
            "header" when key is not null => (key, value),
            "cookie" when key is not null => ("Cookie", $"{key}={value}"),
            _ => null,
        };
    }
}
