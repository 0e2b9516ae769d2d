using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using BlueGreenServerless.Failures;
using BlueGreenServerless.Providers.Ovh.Credentials;
using Polly;

namespace BlueGreenServerless.Providers.Ovh.Clients;

/// <summary>Calls OVH's API: authorized, tried again where that does no harm, its failures in our words and without a secret.</summary>
internal sealed class OvhClient
{
    private readonly Authorizations authorizations;
    private readonly OvhTransport transport;
    private readonly ResiliencePipeline<OvhAnswer> repeatable;
    private readonly ResiliencePipeline<OvhAnswer> once;

    public OvhClient(OvhPlace place, CredentialFinder finder, HttpMessageHandler handler, TimeProvider time)
    {
        Time = time;
        authorizations = new Authorizations(place, finder, handler, time);
        transport = new OvhTransport(handler, time);
        repeatable = OvhRetry.Pipeline(mayRepeat: true, time);
        once = OvhRetry.Pipeline(mayRepeat: false, time);
    }

    public TimeProvider Time { get; }

    /// <returns>The answer's JSON; null when it has none.</returns>
    /// <exception cref="ProviderUnavailableException">Passing trouble.</exception>
    /// <exception cref="ProviderRefusedException">A definite no, with OVH's words and query id.</exception>
    public async Task<JsonNode?> CallAsync(OvhRequest request, CancellationToken cancellationToken) =>
        (await AnswerAsync(request, cancellationToken)).Json(request.What);

    /// <summary>Deletes, and is content when there is nothing any more.</summary>
    /// <exception cref="ProviderUnavailableException">Passing trouble.</exception>
    /// <exception cref="ProviderRefusedException">A definite no, with OVH's words and query id.</exception>
    public async Task DeleteAsync(string what, string path, CancellationToken cancellationToken)
    {
        var answer = await AnswerAsync(OvhRequest.Delete(what, path), cancellationToken);
        if (!answer.IsMissing)
        {
            answer.Json(what);
        }
    }

    /// <summary>For callers that have something to do about a failed call themselves.</summary>
    /// <exception cref="ProviderUnavailableException">There was no answer.</exception>
    public async Task<OvhAnswer> AnswerAsync(OvhRequest request, CancellationToken cancellationToken)
    {
        var (endpoint, authorization) = await authorizations.GetAsync(refused: null, cancellationToken);
        try
        {
            var answer = await AnswerAsync(endpoint, authorization, request, cancellationToken);
            return answer.IsSuccess || !OvhError.Of(answer).IsOfCredentials ? answer : await RenewedAsync(authorization, request, cancellationToken) ?? answer;
        }
        catch (ProviderRefusedException)
        {
            // no token is given for these credentials
            if (await RenewedAsync(authorization, request, cancellationToken) is { } answer)
            {
                return answer;
            }

            throw;
        }
    }

    /// <summary>The answer with credentials that were changed since they were read; null when they were not.</summary>
    private async Task<OvhAnswer?> RenewedAsync(IAuthorization refused, OvhRequest request, CancellationToken cancellationToken)
    {
        var (endpoint, authorization) = await authorizations.GetAsync(refused, cancellationToken);
        return authorization == refused ? null : await AnswerAsync(endpoint, authorization, request, cancellationToken);
    }

    private async Task<OvhAnswer> AnswerAsync(OvhEndpoint endpoint, IAuthorization authorization, OvhRequest request, CancellationToken cancellationToken)
    {
        try
        {
            var pipeline = request.MayRepeat ? repeatable : once;
            var answer = await pipeline.ExecuteAsync(async token => await AuthorizedAsync(endpoint, authorization, request, token), cancellationToken);
            return answer with { Text = authorization.Conceal(answer.Text) };
        }
        catch (Exception fault) when (OvhTransport.IsOfNetwork(fault))
        {
            throw OvhTransport.Unanswered(request.What, fault);
        }
    }

    private async Task<OvhAnswer> AuthorizedAsync(OvhEndpoint endpoint, IAuthorization authorization, OvhRequest request, CancellationToken cancellationToken)
    {
        var answer = await SendAsync(endpoint, authorization, request, cancellationToken);
        return authorization.Renew(answer) ? await SendAsync(endpoint, authorization, request, cancellationToken) : answer;
    }

    private async Task<OvhAnswer> SendAsync(OvhEndpoint endpoint, IAuthorization authorization, OvhRequest request, CancellationToken cancellationToken)
    {
        using var message = new HttpRequestMessage(request.Method, endpoint.Address(request.Path));
        message.Headers.Accept.ParseAdd("application/json");
        if (request.Body is not null)
        {
            message.Content = new StringContent(request.Text, Encoding.UTF8, new MediaTypeHeaderValue("application/json"));
        }

        if (!request.IsPublic)
        {
            await authorization.AuthorizeAsync(message, request.Text, cancellationToken);
        }

        return await transport.SendAsync(message, cancellationToken);
    }
}
