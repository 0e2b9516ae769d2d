using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace BlueGreenServerless.Clouds.Aws.Traffic;

/// <summary>Writes the conditions of a rule as HAProxy's.</summary>
internal static class ConditionText
{
    public static string Of(JsonArray conditions) => string.Join(' ', conditions.Select(condition => Of(condition!)));

    private static string Of(JsonNode condition) => condition["Field"]!.ToString() switch
    {
        "host-header" => $"{{ req.hdr(host),field(1,:) -m reg -i {Patterns(condition, "HostHeaderConfig")} }}",
        "path-pattern" => $"{{ path -m reg {Patterns(condition, "PathPatternConfig")} }}",
        "http-header" => $"{{ req.hdr({condition["HttpHeaderConfig"]!["HttpHeaderName"]}) -m reg -i {Patterns(condition, "HttpHeaderConfig")} }}",
        "http-request-method" => $"{{ method {string.Join(' ', Values(condition, "HttpRequestMethodConfig"))} }}",
        "source-ip" => $"{{ src {string.Join(' ', Values(condition, "SourceIpConfig"))} }}",
        _ => "{ always_false }",
    };

    private static string Patterns(JsonNode condition, string config) => string.Join(' ', Values(condition, config).Select(Pattern));

    private static string Pattern(string wildcard) =>
        $"'^{Regex.Escape(wildcard).Replace("\\*", ".*", StringComparison.Ordinal).Replace("\\?", ".", StringComparison.Ordinal)}$'";

    private static IEnumerable<string> Values(JsonNode condition, string config) =>
        (condition[config]?["Values"] ?? condition["Values"])!.AsArray().Select(value => value!.ToString());
}
