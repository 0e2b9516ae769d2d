using System.Collections.Concurrent;
using BlueGreenServerless.Clouds.Aws;
using BlueGreenServerless.Clouds.Aws.Faults;
using BlueGreenServerless.Clouds.Aws.Http;
using BlueGreenServerless.Clouds.Ovh.Balancing;
using BlueGreenServerless.Clouds.Ovh.Cloud;
using BlueGreenServerless.Clouds.Ovh.Signing;
using BlueGreenServerless.Testing.Secrets;

namespace BlueGreenServerless.Clouds.Ovh;

/// <summary>OVH's API on 127.0.0.1: clients are pointed at its address and do not see a difference.</summary>
public sealed class OvhDouble : IAsyncDisposable
{
    private readonly ConcurrentDictionary<string, IpLoadBalancer> services = new(StringComparer.Ordinal);
    private readonly bool withTraffic;
    private LoopbackListener? listener;

    private OvhDouble(OvhDoubleOptions options, bool withTraffic)
    {
        (Options, this.withTraffic) = (options, withTraffic);
        Tokens = new Tokens(options);
        Balancer = new CloudBalancerDouble(options, withTraffic);
        Instances = new Instances(options);
    }

    public OvhDoubleOptions Options { get; }

    /// <summary>Of the Public Cloud project.</summary>
    public string Project { get; } = "0123456789abcdef0123456789abcdef";

    public string Region { get; } = "GRA11";

    /// <summary>Without a path.</summary>
    public Uri Url => listener!.Url;

    /// <summary>What clients are told as endpoint.</summary>
    public string Endpoint => $"{Url.GetLeftPart(UriPartial.Authority)}/1.0";

    /// <summary>Services are <c>loadbalancer</c> and <c>cloud</c>, operations as in IAM policies: <c>http/frontend/edit</c>, <c>refresh</c>.</summary>
    public FaultPlan Faults { get; } = new();

    public Tokens Tokens { get; }

    /// <summary>The Public Cloud Load Balancer of the project.</summary>
    public CloudBalancerDouble Balancer { get; }

    public Instances Instances { get; }

    public ProjectCatalogue Catalogue { get; } = new();

    /// <summary>How often each operation was called, by <c>service:operation</c>; refused and failed calls too.</summary>
    public ConcurrentDictionary<string, int> Calls { get; } = new(StringComparer.Ordinal);

    /// <summary>Gets every exchange; null for nobody.</summary>
    public Action<Exchange>? Recorder { get; set; }

    /// <param name="withTraffic">Behind every load balancer is a real HAProxy; otherwise all servers count as up.</param>
    public static async Task<OvhDouble> StartAsync(OvhDoubleOptions? options = null, bool withTraffic = false)
    {
        var ovh = new OvhDouble(options ?? new OvhDoubleOptions(), withTraffic);
        var door = new FrontDoor(ovh, new BalancingApi(ovh.services), new CloudApi(ovh.Project, ovh.Region, ovh.Balancer, ovh.Instances, ovh.Catalogue));
        ovh.listener = await LoopbackListener.StartAsync(0, door.AnswerAsync);
        return ovh;
    }

    /// <summary>Adds an IP Load Balancing service.</summary>
    public IpLoadBalancer AddService(string name) => services.GetOrAdd(name, key => new IpLoadBalancer(key, Options, withTraffic));

    public async ValueTask DisposeAsync()
    {
        await listener!.DisposeAsync();
        foreach (var service in services.Values)
        {
            await service.DisposeAsync();
        }

        await Balancer.DisposeAsync();
        await Instances.EndedAsync();
        LeakSearch.Current.FailIfFound();
    }
}
