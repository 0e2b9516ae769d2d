using System.Collections.Concurrent;
using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using BlueGreenServerless.Clouds.Aws.Http;
using BlueGreenServerless.Clouds.Ovh.Answers;
using BlueGreenServerless.Testing.Secrets;

namespace BlueGreenServerless.Clouds.Ovh.Signing;

/// <summary>Tokens of the service account: given, looked at, taken away.</summary>
public sealed class Tokens(OvhDoubleOptions options)
{
    private readonly ConcurrentDictionary<string, DateTimeOffset> alive = new(StringComparer.Ordinal);
    private int given;

    /// <summary>Tokens given so far.</summary>
    public int Given => Volatile.Read(ref given);

    /// <summary>Ends all tokens before their time.</summary>
    public void Revoke() => alive.Clear();

    internal void Require(string authorization)
    {
        var token = authorization.StartsWith("Bearer ", StringComparison.Ordinal) ? authorization["Bearer ".Length..] : "";
        if (!alive.TryGetValue(token, out var until) || options.Clock.GetUtcNow() >= until)
        {
            throw new OvhException(401, "Client::Unauthorized", "This token is not valid");
        }
    }

    /// <summary>Errors come with status 200, as they have been seen to.</summary>
    internal WireAnswer Answer(WireRequest request)
    {
        var form = request.Text.Split('&').Select(pair => pair.Split('=')).ToDictionary(pair => pair[0], pair => WebUtility.UrlDecode(pair.Length > 1 ? pair[1] : ""), StringComparer.Ordinal);
        if (form.GetValueOrDefault("grant_type") != "client_credentials" || Sender(request, form) != (options.ClientId, options.ClientSecret))
        {
            return OvhAnswers.Of(new JsonObject { ["error"] = "invalid_client", ["error_description"] = "Client authentication failed" });
        }

        var token = $"{MarkedSecret.Of(SecretNames.OvhBearer)}-{Interlocked.Increment(ref given)}";
        alive[token] = options.Clock.GetUtcNow() + options.TokenLife;
        return OvhAnswers.Of(new JsonObject
        {
            ["access_token"] = token, ["token_type"] = "Bearer", ["expires_in"] = (int)options.TokenLife.TotalSeconds, ["scope"] = "all",
        });
    }

    private (string? Id, string? Secret) Sender(WireRequest request, Dictionary<string, string> form)
    {
        if (request.Header("Authorization") is { } header && !options.SecretInFormOnly)
        {
            var pair = Encoding.UTF8.GetString(Convert.FromBase64String(header["Basic ".Length..])).Split(':');
            return (Uri.UnescapeDataString(pair[0]), Uri.UnescapeDataString(pair[1]));
        }

        return (form.GetValueOrDefault("client_id"), form.GetValueOrDefault("client_secret"));
    }
}
