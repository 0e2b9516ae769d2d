using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace BlueGreenServerless.Providers.DigitalOcean.Clients;

/// <summary>What the API answered, whatever its status.</summary>
/// <param name="Body">Null when there is none or it is no JSON object (a gateway's page).</param>
/// <param name="Text">The body as it came, without the token.</param>
internal sealed record ApiAnswer(HttpStatusCode Status, JsonObject? Body, string Text, string RequestId, RateLimit Limits)
{
    private const string Busy = "processes previous actions";
    private const string Pending = "pending event";

    public bool IsGood => (int)Status is >= 200 and < 300;

    public bool IsThrottled => Status == HttpStatusCode.TooManyRequests;

    public bool IsBroken => Status == HttpStatusCode.RequestTimeout || (int)Status >= 500;

    /// <summary>
    /// The thing is still busy with the change before, so nothing was done: a load balancer says that with 403 (digitalocean/openapi#1173),
    /// a droplet with 422. A token without rights is also a 403, so the words decide.
    /// </summary>
    public bool IsBusy => Status is HttpStatusCode.Forbidden or HttpStatusCode.UnprocessableEntity or HttpStatusCode.Conflict
        && (Message.Contains(Busy, StringComparison.OrdinalIgnoreCase) || Message.Contains(Pending, StringComparison.OrdinalIgnoreCase));

    /// <summary>The word for the fault; POST /v2/tags has it under another name.</summary>
    public string Id => Word("id") ?? Word("error") ?? $"{(int)Status}";

    public string Message => Word("message") ?? Words("messages") ?? Text;

    public static ApiAnswer Of(HttpResponseMessage response, string text)
    {
        var body = Parse(text);
        var id = body?["request_id"] is JsonValue said ? said.ToString() : response.Headers.TryGetValues("x-request-id", out var values) ? values.First() : "unknown";
        return new ApiAnswer(response.StatusCode, body, text, id, RateLimit.Of(response.Headers));
    }

    private static JsonObject? Parse(string text)
    {
        try
        {
            return text.Length == 0 ? null : JsonNode.Parse(text) as JsonObject;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private string? Word(string name) => Body?[name] is JsonValue value && value.ToString() is { Length: > 0 } word ? word : null;

    private string? Words(string name) => Body?[name] is JsonArray { Count: > 0 } list ? string.Join("; ", list.Select(item => item?.ToString())) : Word(name);
}
