using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using BlueGreenServerless.Failures;

namespace BlueGreenServerless.Providers.DigitalOcean.Clients;

/// <summary>
/// Calls of DigitalOcean's API, version 2. The token is read for every call and is in its Authorization header only: redirects are not
/// followed, the next page is asked for at our own address, and what comes back is cleaned of it.
/// </summary>
internal sealed class DigitalOceanClient(DigitalOceanPlace place, AccessToken token, TimeProvider time)
{
    private const int PageSize = 200;
    private const int MostPages = 1000;

    /// <summary>For every account: nothing of one is kept in it.</summary>
    private static readonly HttpClient Http = new(new SocketsHttpHandler
    {
        AllowAutoRedirect = false, UseCookies = false, PooledConnectionLifetime = TimeSpan.FromMinutes(2), ConnectTimeout = TimeSpan.FromSeconds(10),
    })
    {
        Timeout = Timeout.InfiniteTimeSpan, MaxResponseContentBufferSize = 32 * 1024 * 1024,
    };

    private readonly CallRetries retries = new(place, time);

    /// <summary>Calls once, or again where that changes nothing, and returns whatever was answered.</summary>
    /// <param name="what">The call in words, for messages.</param>
    /// <param name="path">From <c>/v2/</c> on.</param>
    /// <exception cref="ProviderUnavailableException">No answer.</exception>
    public async Task<ApiAnswer> AskAsync(string what, HttpMethod method, string path, JsonNode? body, CancellationToken cancellationToken) =>
        await retries.RunAsync(method != HttpMethod.Post, async cancel => await OnceAsync(what, method, path, body, cancel), cancellationToken);

    /// <summary>As <see cref="AskAsync"/>, with anything but success as a failure.</summary>
    /// <returns>The body; empty when there is none.</returns>
    /// <exception cref="ProviderUnavailableException">Passing trouble.</exception>
    /// <exception cref="ProviderRefusedException">A definite no.</exception>
    public async Task<JsonObject> CallAsync(string what, HttpMethod method, string path, JsonNode? body, CancellationToken cancellationToken)
    {
        var answer = await AskAsync(what, method, path, body, cancellationToken);
        return answer.IsGood ? answer.Body ?? [] : throw ApiFault.Of(what, answer);
    }

    public Task<JsonObject> GetAsync(string what, string path, CancellationToken cancellationToken) =>
        CallAsync(what, HttpMethod.Get, path, null, cancellationToken);

    /// <summary>All pages of a list.</summary>
    /// <param name="path">May have a query.</param>
    /// <param name="key">Under which a page has its items.</param>
    public async Task<IReadOnlyList<JsonObject>> ListAsync(string what, string path, string key, CancellationToken cancellationToken)
    {
        List<JsonObject> items = [];
        string? next = $"{path}{(path.Contains('?', StringComparison.Ordinal) ? '&' : '?')}per_page={PageSize}";
        for (var pages = 0; next is not null; pages++)
        {
            var page = pages < MostPages ? await GetAsync(what, next, cancellationToken)
                : throw new ProviderRefusedException($"DigitalOcean's list did not end after '{MostPages}' pages while {what}. At most {PageSize} entries are on each. Use a more special tag.");
            items.AddRange((page[key] as JsonArray ?? []).OfType<JsonObject>());
            next = Next(page);
        }

        return items;
    }

    private static string? Next(JsonObject page) =>
        page["links"]?["pages"]?["next"] is JsonValue link && Uri.TryCreate(link.ToString(), UriKind.Absolute, out var next) ? next.PathAndQuery : null;

    private async Task<ApiAnswer> OnceAsync(string what, HttpMethod method, string path, JsonNode? body, CancellationToken cancellationToken)
    {
        var secret = await token.ReadAsync(cancellationToken);
        using var request = new HttpRequestMessage(method, new Uri(place.Api, path));
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", secret);
        request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue("application/json"));
        request.Content = body is null ? null : new StringContent(body.ToJsonString(), Encoding.UTF8, "application/json");
        using var late = new CancellationTokenSource(place.Patience, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(late.Token, cancellationToken);
        try
        {
            using var response = await Http.SendAsync(request, either.Token);
            var text = await response.Content.ReadAsStringAsync(either.Token);
            return ApiAnswer.Of(response, text.Replace(secret, "***", StringComparison.Ordinal));
        }
        catch (Exception fault) when (ApiFault.IsOfNetwork(fault))
        {
            throw ApiFault.NoAnswer(what, fault);
        }
        catch (OperationCanceledException fault) when (!cancellationToken.IsCancellationRequested)
        {
            throw ApiFault.NoAnswer(what, new TimeoutException($"no answer within {place.Patience.TotalSeconds:0} s", fault));
        }
    }
}
