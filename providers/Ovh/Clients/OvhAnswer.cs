using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using BlueGreenServerless.Failures;

namespace BlueGreenServerless.Providers.Ovh.Clients;

/// <summary>What came back from OVH, read whole.</summary>
/// <param name="QueryId">OVH's name of the call (header <c>X-Ovh-QueryID</c>), which its support asks for.</param>
/// <param name="RetryAfter">How long OVH wants to be left alone; null when it did not say.</param>
internal sealed record OvhAnswer(HttpStatusCode Status, string Text, string? QueryId, TimeSpan? RetryAfter)
{
    public bool IsSuccess => (int)Status is >= 200 and < 300;

    /// <summary>There is no such thing, or not any more.</summary>
    public bool IsMissing => Status == HttpStatusCode.NotFound;

    /// <summary>Nothing was done, and it may be tried again later.</summary>
    public bool IsThrottled => Status == HttpStatusCode.TooManyRequests;

    /// <summary>A passing fault: of the service, of a gateway before it, or too many calls.</summary>
    public bool IsPassing => IsThrottled || Status == HttpStatusCode.RequestTimeout || (int)Status >= 500;

    /// <summary>Something else is being changed there. How OVH passes Octavia's answer on is not documented, so its words count too.</summary>
    public bool IsBusy => Status == HttpStatusCode.Conflict
        || ((int)Status is >= 400 and < 500 && Text.Contains("immutable", StringComparison.OrdinalIgnoreCase));

    /// <summary>The body as JSON; null when there is none.</summary>
    /// <exception cref="ReleaseException">The call failed, or the answer is no JSON.</exception>
    public JsonNode? Json(string what)
    {
        if (!IsSuccess)
        {
            throw OvhError.Of(this).ToException(what);
        }

        try
        {
            return Text.Length == 0 ? null : JsonNode.Parse(Text);
        }
        catch (JsonException unreadable)
        {
            throw new ProviderUnavailableException($"OVH answered something else than JSON while {what}: '{OvhError.Head(Text)}'. It is tried again; look at the endpoint if it lasts.", unreadable);
        }
    }
}
