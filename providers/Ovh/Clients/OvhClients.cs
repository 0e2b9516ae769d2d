using System.Collections.Concurrent;
using BlueGreenServerless.Ports;
using BlueGreenServerless.Providers.Ovh.Credentials;

namespace BlueGreenServerless.Providers.Ovh.Clients;

/// <summary>One client for each endpoint and credentials, so that all targets share connections, tokens and clock.</summary>
internal sealed class OvhClients
{
    /// <summary>Lives as long as the process: connections are kept five minutes at most, so that a changed address is seen.</summary>
    private static readonly SocketsHttpHandler Connections = new()
    {
        AllowAutoRedirect = false, UseCookies = false, PooledConnectionLifetime = TimeSpan.FromMinutes(5),
    };

    private readonly ConcurrentDictionary<(OvhPlace Place, TimeProvider Time), OvhClient> clients = new();

    public static OvhClients Shared { get; } = new();

    public OvhClient Of(OvhPlace place, PortContext context) =>
        clients.GetOrAdd((place, context.Time), key => new OvhClient(key.Place, CredentialFinder.OfThisMachine(), Connections, key.Time));
}
