using System.Net;
using BlueGreenServerless.Failures;

namespace BlueGreenServerless.Providers.DigitalOcean.Clients;

/// <summary>
/// Failures of the API in our words. The one place that knows which of them pass:
/// <code>
/// 429, 408, 5xx, no answer, no connection    unavailable
/// busy with the change before                unavailable
/// anything else                              refused, with its word, message and request id
/// </code>
/// </summary>
internal static class ApiFault
{
    private const int LongestMessage = 400;

    /// <param name="what">The call in words, for example <c>reading the load balancer 'web'</c>.</param>
    public static ReleaseException Of(string what, ApiAnswer answer) =>
        answer.IsThrottled ? new ProviderUnavailableException(
            $"DigitalOcean allows no more calls now ('{answer.Id}') while {what}: {answer.Limits} (HTTP 429, request id {answer.RequestId}). It is tried again; give other users of the token one of their own if it lasts.")
        : answer.IsBusy ? new ProviderUnavailableException(Text(what, answer, "It is tried again when that is done."))
        : answer.IsBroken ? new ProviderUnavailableException(Text(what, answer, "It is tried again; look at status.digitalocean.com if it lasts."))
        : new ProviderRefusedException(Text(what, answer, Advice(answer.Status)));

    public static ProviderUnavailableException NoAnswer(string what, Exception fault) => new(
        $"DigitalOcean did not answer while {what}: '{fault.Message}'. It is tried again; look at the network if it lasts.", fault);

    /// <summary>Not a cancelled call, and not a fault of ours.</summary>
    public static bool IsOfNetwork(Exception fault) => fault is HttpRequestException or IOException or TimeoutException;

    private static string Text(string what, ApiAnswer answer, string advice) =>
        $"DigitalOcean said '{answer.Id}' while {what}: {Plain(answer.Message)} (HTTP {(int)answer.Status}, request id {answer.RequestId}). {advice}";

    private static string Plain(string message)
    {
        var line = string.Concat(message.Trim().Select(character => char.IsControl(character) ? ' ' : character));
        return line.Length <= LongestMessage ? line : line[..LongestMessage] + "…";
    }

    private static string Advice(HttpStatusCode status) => status switch
    {
        HttpStatusCode.Unauthorized => "The token is not valid (any more). Make a new one and put it where the option 'token' says.",
        HttpStatusCode.Forbidden => "The token must have the scope for this call. Add the scope to the token, and run the command again.",
        HttpStatusCode.NotFound => "It must exist in the account of the token. Correct its name or id.",
        _ => "Correct what it names, and run the command again.",
    };
}
