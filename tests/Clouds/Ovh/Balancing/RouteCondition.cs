using System.Text.Json.Nodes;

namespace BlueGreenServerless.Clouds.Ovh.Balancing;

/// <summary>Writes a rule of a route as HAProxy's.</summary>
internal static class RouteCondition
{
    public static string Of(JsonObject rule)
    {
        var (sub, pattern) = ((string?)rule["subField"], (string?)rule["pattern"]);
        var fetch = (string?)rule["field"] switch
        {
            "host" => "req.hdr(host),field(1,:)",
            "header" => $"req.hdr({sub})",
            "cookie" => $"req.cook({sub})",
            "uri" => "path",
            "method" => "method",
            _ => "always_false",
        };
        var not = (bool?)rule["negate"] == true ? "!" : "";
        return (string?)rule["match"] switch
        {
            "exists" => $"{not}{{ {fetch} -m found }}",
            "startswith" => $"{not}{{ {fetch} -m beg {pattern} }}",
            "endswith" => $"{not}{{ {fetch} -m end {pattern} }}",
            "contains" => $"{not}{{ {fetch} -m sub {pattern} }}",
            _ => $"{not}{{ {fetch} -m str {pattern} }}",
        };
    }
}
