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

    private readonly SemaphoreSlim gate = new(1, 1);
    private (string Text, DateTimeOffset Until)? token;

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

    public string Conceal(string text)
    {
        var plain = keys.Conceal(text);
        return token is { Text: var secret } ? plain.Replace(secret, "***", StringComparison.Ordinal) : plain;
    }

    private async Task<string> TokenAsync(CancellationToken cancellationToken)
    {
        await gate.WaitAsync(cancellationToken);
        try
        {
            if (token is not { } known || time.GetUtcNow() >= known.Until)
            {
                known = await AskAsync(cancellationToken);
                token = known;
            }

            return known.Text;
        }
        finally
        {
            gate.Release();
        }
    }

    /// <summary>Which of the two places for the secret OVH prefers is not documented: the header first, as RFC 6749 does, then the form.</summary>
    private async Task<(string Text, DateTimeOffset Until)> AskAsync(CancellationToken cancellationToken)
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
                    var pair = $"{Uri.EscapeDataString(keys.ClientId!)}:{Uri.EscapeDataString(keys.ClientSecret!)}";
                    request.Headers.Authorization = new AuthenticationHeaderValue("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes(pair)));
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
    private (string Text, DateTimeOffset Until)? Read(OvhAnswer answer)
    {
        if (answer.IsPassing)
        {
            throw OvhError.Of(answer).ToException(What);
        }

        var body = answer.IsSuccess ? answer.Json(What) as JsonObject : null;
        return body is not null && (string?)body["access_token"] is { Length: > 0 } text
            ? (text, time.GetUtcNow() + TimeSpan.FromSeconds((int?)body["expires_in"] ?? 0) - Margin) : null;
    }

    private ProviderRefusedException Refused(OvhAnswer answer) => new(OvhError.Of(answer with { Text = Conceal(answer.Text) }).ToException(What).Message);
}
