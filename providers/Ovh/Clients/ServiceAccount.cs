using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using BlueGreenServerless.Failures;
using BlueGreenServerless.Providers.Ovh.Credentials;

namespace BlueGreenServerless.Providers.Ovh.Clients;

/// <summary>Uses a token that an OAuth2 service account is given, for as long as it lives.</summary>
internal sealed class ServiceAccount(OvhKeys keys, OvhEndpoint endpoint, OvhTransport transport, TimeProvider time) : IAuthorization
{
    private const string What = "asking for a token";

    /// <summary>A token is not used in its last minute: the call would arrive after its end.</summary>
    private static readonly TimeSpan Margin = TimeSpan.FromMinutes(1);

    /// <summary>Seconds after which any token is asked for anew, whatever it says.</summary>
    private const double Longest = 86_400;

    private readonly SemaphoreSlim gate = new(1, 1);
    private BearerToken? token;

    private string Pair => Convert.ToBase64String(Encoding.UTF8.GetBytes($"{Uri.EscapeDataString(keys.ClientId!)}:{Uri.EscapeDataString(keys.ClientSecret!)}"));

    public async Task AuthorizeAsync(HttpRequestMessage request, string body, CancellationToken cancellationToken) =>
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", await TokenAsync(cancellationToken));

    public bool Renew(OvhAnswer answer)
    {
        var isRefused = answer.Status == HttpStatusCode.Unauthorized;
        if (isRefused)
        {
            token = null;
        }

        return isRefused;
    }

    /// <summary>The pair of the header too, from which everybody can read the secret.</summary>
    public string Conceal(string text)
    {
        var plain = keys.Conceal(text.Replace(Pair, "***", StringComparison.Ordinal));
        return token is { Text: var secret } ? plain.Replace(secret, "***", StringComparison.Ordinal) : plain;
    }

    private async Task<string> TokenAsync(CancellationToken cancellationToken)
    {
        await gate.WaitAsync(cancellationToken);
        try
        {
            if (token is not { } known || time.GetUtcNow() >= known.Until)
            {
                token = known = await AskAsync(cancellationToken);
            }

            return known.Text;
        }
        finally
        {
            gate.Release();
        }
    }

    /// <summary>Which of the two places for the secret OVH prefers is not documented: the header first, as RFC 6749 does, then the form.</summary>
    private async Task<BearerToken> AskAsync(CancellationToken cancellationToken)
    {
        try
        {
            var answer = await PostAsync(inHeader: true, cancellationToken);
            return Read(answer) ?? Read(answer = await PostAsync(inHeader: false, cancellationToken)) ?? throw Refused(answer);
        }
        catch (Exception fault) when (OvhTransport.IsOfNetwork(fault))
        {
            throw OvhTransport.Unanswered(What, fault);
        }
    }

    private async Task<OvhAnswer> PostAsync(bool inHeader, CancellationToken cancellationToken) =>
        await OvhRetry.Pipeline(mayRepeat: true, time).ExecuteAsync(
            async cancelled =>
            {
                using var request = new HttpRequestMessage(HttpMethod.Post, endpoint.Token);
                var form = new Dictionary<string, string>(StringComparer.Ordinal) { ["grant_type"] = "client_credentials", ["scope"] = "all" };
                if (inHeader)
                {
                    request.Headers.Authorization = new AuthenticationHeaderValue("Basic", Pair);
                }
                else
                {
                    (form["client_id"], form["client_secret"]) = (keys.ClientId!, keys.ClientSecret!);
                }

                request.Content = new FormUrlEncodedContent(form);
                return await transport.SendAsync(request, cancelled);
            },
            cancellationToken);

    /// <summary>Null when there is no token in it, whatever its status: OVH has answered errors with 200.</summary>
    private BearerToken? Read(OvhAnswer answer)
    {
        if (answer.IsPassing)
        {
            throw Failed(answer);
        }

        var body = answer.IsSuccess ? OvhError.Parse(answer.Text) : null;
        return body?["access_token"] is JsonValue value && value.TryGetValue(out string? text) && text.Length > 0
            ? new BearerToken(text, time.GetUtcNow() + Life(body["expires_in"]) - Margin) : null;
    }

    /// <summary>A number, or one written as text; one that does not say is used once.</summary>
    private static TimeSpan Life(JsonNode? seconds) =>
        double.TryParse(seconds?.ToString(), NumberStyles.Float, CultureInfo.InvariantCulture, out var life) ? TimeSpan.FromSeconds(Math.Clamp(life, 0, Longest)) : TimeSpan.Zero;

    /// <summary>An answer without a token is not shown when it does not say that it is an error: what cannot be read may hold the token.</summary>
    private ReleaseException Refused(OvhAnswer answer) => answer.IsSuccess && OvhError.Of(answer).Code is null
        ? new ProviderUnavailableException(
            $"OVH answered without a token while {What} (HTTP {(int)answer.Status}, query id {answer.QueryId ?? "unknown"}). It must give 'access_token' as JSON. It is tried again; look at the endpoint if it lasts.")
        : new ProviderRefusedException(Failed(answer).Message);

    private ReleaseException Failed(OvhAnswer answer) => OvhError.Of(answer with { Text = Conceal(answer.Text) }).ToException(What);
}
