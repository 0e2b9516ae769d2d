using BlueGreenServerless.Providers.Ovh.Credentials;

namespace BlueGreenServerless.Providers.Ovh.Clients;

/// <summary>
/// How calls are authorized, from credentials that are read when they are needed. What was read is kept in memory for five minutes, because
/// every call is signed with it; when OVH does not know it any more, it is read anew at once.
/// </summary>
internal sealed class Authorizations(OvhPlace place, CredentialFinder finder, HttpMessageHandler handler, TimeProvider time)
{
    private static readonly TimeSpan Freshness = TimeSpan.FromMinutes(5);

    private readonly SemaphoreSlim gate = new(1, 1);
    private readonly OvhTransport transport = new(handler, time);
    private (OvhKeys Keys, OvhEndpoint Endpoint, IAuthorization Authorization, DateTimeOffset At)? known;

    /// <param name="refused">What OVH did not accept: it is not given again, when the credentials have changed since.</param>
    public async Task<(OvhEndpoint Endpoint, IAuthorization Authorization)> GetAsync(IAuthorization? refused, CancellationToken cancellationToken)
    {
        await gate.WaitAsync(cancellationToken);
        try
        {
            if (known is not { } fresh || fresh.Authorization == refused || time.GetUtcNow() - fresh.At > Freshness)
            {
                known = fresh = await ReadAsync(cancellationToken);
            }

            return (fresh.Endpoint, fresh.Authorization);
        }
        finally
        {
            gate.Release();
        }
    }

    private async Task<(OvhKeys Keys, OvhEndpoint Endpoint, IAuthorization Authorization, DateTimeOffset At)> ReadAsync(CancellationToken cancellationToken)
    {
        var (endpoint, keys) = await finder.FindAsync(place, cancellationToken);
        var same = known is { } before && before.Keys == keys && before.Endpoint == endpoint;
        return (keys, endpoint, same ? known!.Value.Authorization : Make(endpoint, keys), time.GetUtcNow());
    }

    private IAuthorization Make(OvhEndpoint endpoint, OvhKeys keys) => keys.IsServiceAccount
        ? new ServiceAccount(keys, endpoint, transport, time)
        : new ApplicationKey(keys, new ServerClock(endpoint, transport, time));
}
