using BlueGreenServerless.Clouds.Ovh;
using BlueGreenServerless.Providers.Ovh.Clients;
using BlueGreenServerless.Providers.Ovh.Credentials;
using BlueGreenServerless.Providers.Secrets;

namespace BlueGreenServerless.Providers.Tests.Ovh;

/// <summary>OVH on loopback, and clients that are pointed at it.</summary>
internal sealed class OvhWorld : IAsyncDisposable
{
    private readonly SocketsHttpHandler handler = new();

    private OvhWorld(OvhDouble cloud) => Cloud = cloud;

    public OvhDouble Cloud { get; }

    public static async Task<OvhWorld> StartAsync(OvhDoubleOptions? options = null, bool withTraffic = false) => new(await OvhDouble.StartAsync(options, withTraffic));

    /// <summary>With an application key.</summary>
    /// <param name="changed">Variables of the environment that are otherwise, in pairs of name and value.</param>
    public OvhClient Client(TimeProvider? time = null, params string[] changed) => Client(time, new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["OVH_APPLICATION_KEY"] = Cloud.Options.ApplicationKey,
        ["OVH_APPLICATION_SECRET"] = Cloud.Options.ApplicationSecret,
        ["OVH_CONSUMER_KEY"] = Cloud.Options.ConsumerKey,
    }.With(changed));

    public OvhClient ServiceAccount(TimeProvider? time = null, params string[] changed) => Client(time, new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["OVH_CLIENT_ID"] = Cloud.Options.ClientId,
        ["OVH_CLIENT_SECRET"] = Cloud.Options.ClientSecret,
    }.With(changed));

    /// <param name="environment">May be changed while the client is used.</param>
    public OvhClient Client(TimeProvider? time, Dictionary<string, string> environment) => new(
        new OvhPlace(Cloud.Endpoint, null), new CredentialFinder(new SecretReader([]), environment.GetValueOrDefault, []), handler, time ?? TimeProvider.System);

    /// <summary>How often an operation of IP Load Balancing was called.</summary>
    public int Calls(string operation) => Cloud.Calls.GetValueOrDefault($"loadbalancer:{operation}");

    public async ValueTask DisposeAsync()
    {
        await Cloud.DisposeAsync();
        handler.Dispose();
    }
}
