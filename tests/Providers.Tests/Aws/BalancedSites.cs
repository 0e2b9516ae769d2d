using System.Text.Json.Nodes;
using BlueGreenServerless.Clouds.Aws;
using BlueGreenServerless.Clouds.Aws.LoadBalancing;
using BlueGreenServerless.Ports;
using BlueGreenServerless.Providers.Aws;
using BlueGreenServerless.Providers.Aws.Router;
using BlueGreenServerless.Testing.HAProxy;

namespace BlueGreenServerless.Providers.Tests.Aws;

/// <summary>A load balancer with two target groups, one real site in each, all traffic on blue.</summary>
internal sealed class BalancedSites : IAsyncDisposable
{
    private BalancedSites(AwsWorld world)
    {
        World = world;
        Balancer = Balancers.Add("shop");
        Blue = Balancers.AddGroup("blue");
        Green = Balancers.AddGroup("green");
        Listener = Balancers.AddListener(Balancer, 0, (Blue, 1));
        Blue.Register(new Target("i-b1", BlueSite.Port));
        Green.Register(new Target("i-g1", GreenSite.Port));
    }

    public AwsWorld World { get; }

    public Balancers Balancers => World.Cloud.Balancers;

    public LoadBalancer Balancer { get; }

    public TargetGroup Blue { get; }

    public TargetGroup Green { get; }

    public Listener Listener { get; }

    public AwsOptions Options => new() { Listeners = [Listener.Arn], Blue = Blue.Arn, Green = Green.Arn };

    public TinySite BlueSite { get; } = new("blue");

    public TinySite GreenSite { get; } = new("green");

    /// <summary>Calls that changed something so far.</summary>
    public int Writes => Calls("ModifyListener") + Calls("ModifyRule");

    public static async Task<BalancedSites> StartAsync(AwsDoubleOptions? options = null) => new(await AwsWorld.StartAsync(options));

    public ITrafficRouter Router(params string[] more) => new AwsRouter(Options with { Listeners = [Listener.Arn, .. more] }, World.Account);

    public ITrafficRouter WithPreview(string arn) => new AwsRouter(Options with { Preview = arn }, World.Account);

    public Rule AddRule(int priority, string header, string value, TargetGroup group) => Balancers.AddRule(
        Listener, priority,
        new JsonObject { ["Field"] = "http-header", ["HttpHeaderConfig"] = new JsonObject { ["HttpHeaderName"] = header, ["Values"] = new JsonArray(value) } },
        (group, 1));

    /// <summary>What the API says of a rule: weights by group, for example <c>blue 95, green 5</c>.</summary>
    public string Says(Rule rule) => string.Join(
        ", ", rule.Actions.SelectMany(action => action!["ForwardConfig"]!["TargetGroups"]!.AsArray())
            .Select(group => $"{Balancers.Groups.First(known => known.Arn == (string?)group!["TargetGroupArn"]).Name} {group!["Weight"]}"));

    public int Calls(string operation) => World.Cloud.Calls.GetValueOrDefault($"elasticloadbalancing:{operation}");

    public async ValueTask DisposeAsync()
    {
        await World.DisposeAsync();
        await BlueSite.DisposeAsync();
        await GreenSite.DisposeAsync();
    }
}
