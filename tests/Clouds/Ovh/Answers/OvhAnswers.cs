using System.Globalization;
using System.Text.Json.Nodes;
using BlueGreenServerless.Clouds.Aws.Http;

namespace BlueGreenServerless.Clouds.Ovh.Answers;

/// <summary>Writes answers as OVH does.</summary>
internal static class OvhAnswers
{
    private const string Json = "application/json; charset=utf-8";

    private static readonly Dictionary<int, string> Reasons = new()
    {
        [400] = "Bad Request", [401] = "Unauthorized", [403] = "Forbidden", [404] = "Not Found", [409] = "Conflict", [429] = "Too Many Requests",
    };

    public static WireAnswer Of(JsonNode? body) => body is null ? WireAnswer.Of(200, Json, "null") : WireAnswer.Of(200, Json, body.ToJsonString());

    /// <summary>Two forms of JSON, and HTML for what a gateway answers.</summary>
    public static WireAnswer Of(OvhException error)
    {
        var answer = error.Status >= 500
            ? WireAnswer.Of(error.Status, "text/html", $"<html><head><title>{error.Status}</title></head><body><h1>{error.Message}</h1></body></html>") : Refusal(error);
        return error.RetryAfter is { } seconds ? answer.With("Retry-After", seconds.ToString(CultureInfo.InvariantCulture)) : answer;
    }

    private static WireAnswer Refusal(OvhException error)
    {
        var body = error.Code.Contains("::", StringComparison.Ordinal)
            ? new JsonObject { ["class"] = error.Code, ["message"] = error.Message }
            : new JsonObject { ["errorCode"] = error.Code, ["httpCode"] = $"{error.Status} {Reasons.GetValueOrDefault(error.Status, "Error")}", ["message"] = error.Message };
        return WireAnswer.Of(error.Status, Json, body.ToJsonString());
    }
}
