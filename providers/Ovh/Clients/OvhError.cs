using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using BlueGreenServerless.Failures;

namespace BlueGreenServerless.Providers.Ovh.Clients;

/// <summary>
/// A failed call in our words. OVH has two forms of errors, <c>{errorCode, httpCode, message}</c> and <c>{class, message, details}</c>, and
/// gateways before it answer HTML; whatever it is, its words are kept.
/// </summary>
internal sealed record OvhError(HttpStatusCode Status, string? Code, string Message, string? QueryId, bool IsPassing)
{
    private const int Longest = 400;
    private const int Expired = 460;

    /// <summary>The time in the signature is not OVH's.</summary>
    public bool IsWrongTime => Code == "QUERY_TIME_OUT" || Message.Contains("Query out of time", StringComparison.OrdinalIgnoreCase);

    /// <summary>What was authorized with is not known, or not any more.</summary>
    public bool IsOfCredentials => Status == HttpStatusCode.Unauthorized || Code is "INVALID_SIGNATURE" or "INVALID_KEY" or "NOT_CREDENTIAL" or "INVALID_CREDENTIAL";

    public static OvhError Of(OvhAnswer answer)
    {
        var body = Parse(answer.Text);
        var message = (string?)Text(body, "message") ?? (string?)Text(body, "error_description") ?? Head(answer.Text);
        var details = body?["details"] is JsonObject { Count: > 0 } more ? $" {Head(more.ToJsonString())}" : "";
        return new OvhError(
            answer.Status, Text(body, "errorCode") ?? Text(body, "class") ?? Text(body, "error"), Head(message) + details, answer.QueryId, answer.IsPassing || answer.IsBusy);
    }

    /// <summary>Null when it is no object of JSON.</summary>
    public static JsonObject? Parse(string text)
    {
        try
        {
            return JsonNode.Parse(text) as JsonObject;
        }
        catch (JsonException)
        {
            // HTML of a gateway: its text is the message
            return null;
        }
    }

    public static string Head(string text)
    {
        var plain = text.ReplaceLineEndings(" ").Trim();
        return plain.Length <= Longest ? plain : plain[..Longest] + "…";
    }

    /// <param name="what">The call in words.</param>
    public ReleaseException ToException(string what)
    {
        var said = $"OVH said '{Code ?? ((int)Status).ToString()}' while {what}: {(Message.Length > 0 ? Message : "nothing more")} (HTTP {(int)Status}, query id {QueryId ?? "unknown"}).";
        return IsPassing
            ? new ProviderUnavailableException($"{said} It is tried again.")
            : new ProviderRefusedException($"{said} {Advice()}");
    }

    private string Advice() => Code switch
    {
        "INVALID_SIGNATURE" => "The signature must be made with the application secret and consumer key of this application. Correct them, and release again.",
        "INVALID_KEY" or "NOT_CREDENTIAL" or "INVALID_CREDENTIAL" => "A key that OVH knows and that its owner has validated is needed. Correct the credentials, or ask for a new consumer key.",
        "NOT_GRANTED_CALL" or "FORBIDDEN" or "Client::Forbidden" => "Allow the call to this key (access rules) or service account (IAM policy), and release again.",
        "invalid_client" => "The service account's id and secret must be those that OVH gave. Correct them, and release again.",
        _ => (int)Status switch
        {
            404 => "It must exist. Correct its id, or the service that it is in.",
            Expired => "The service must not have expired. Renew it, and release again.",
            _ => "Correct what it names, and release again.",
        },
    };

    private static string? Text(JsonObject? body, string name) =>
        body?[name] is JsonValue value && value.GetValueKind() == JsonValueKind.String ? value.GetValue<string>() : null;
}
