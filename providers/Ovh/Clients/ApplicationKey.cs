using BlueGreenServerless.Providers.Ovh.Credentials;

namespace BlueGreenServerless.Providers.Ovh.Clients;

/// <summary>Signs with an application key, its secret and a consumer key.</summary>
internal sealed class ApplicationKey(OvhKeys keys, ServerClock clock) : IAuthorization
{
    public async Task AuthorizeAsync(HttpRequestMessage request, string body, CancellationToken cancellationToken)
    {
        var timestamp = await clock.NowAsync(cancellationToken);
        var signature = OvhSignature.Of(keys.ApplicationSecret!, keys.ConsumerKey!, request.Method.Method, request.RequestUri!.AbsoluteUri, body, timestamp);
        request.Headers.Add("X-Ovh-Application", keys.ApplicationKey);
        request.Headers.Add("X-Ovh-Consumer", keys.ConsumerKey);
        request.Headers.Add("X-Ovh-Timestamp", $"{timestamp}");
        request.Headers.Add("X-Ovh-Signature", signature);
    }

    public bool Renew(OvhAnswer answer)
    {
        var isLate = !answer.IsSuccess && OvhError.Of(answer).IsWrongTime;
        if (isLate)
        {
            clock.Forget();
        }

        return isLate;
    }

    public string Conceal(string text) => keys.Conceal(text);
}
