using System.Globalization;
using System.Text.Json.Nodes;
using BlueGreenServerless.Clouds.Aws;
using BlueGreenServerless.Clouds.Aws.LoadBalancing;
using BlueGreenServerless.Clouds.Aws.SystemsManager;
using BlueGreenServerless.Plans;
using BlueGreenServerless.Serialization;
using BlueGreenServerless.Traffic;

namespace BlueGreenServerless.VirtualCloud.Machine;

/// <summary>What one target of a release is made of: a load balancer, listeners, two target groups, and the instances of each.</summary>
internal sealed class Place
{
    private readonly PlaceShape shape;

    public Place(AwsDouble aws, string name, PlaceShape shape)
    {
        (Name, this.shape) = (name, shape);
        Balancer = aws.Balancers.Add(name);
        (Blue, Green) = (aws.Balancers.AddGroup($"{name}-blue"), aws.Balancers.AddGroup($"{name}-green"));
        (TargetGroup, int)[] forward = shape.Attached ? [(Blue, 100), (Green, 0)] : [(Blue, 1)];
        var listener = aws.Balancers.AddListener(Balancer, 0, forward);
        Routes = shape.WithRule ? [listener.Default, aws.Balancers.AddRule(listener, 10, HostIs("admin.example.com"), forward)] : [listener.Default];
        Preview = aws.Balancers.AddListener(Balancer, 0, (Blue, 1));
        Nodes = new Dictionary<Color, IReadOnlyList<ManagedNode>> { [Color.Blue] = Add(aws, Color.Blue), [Color.Green] = Add(aws, Color.Green) };
    }

    public string Name { get; }

    public LoadBalancer Balancer { get; }

    public TargetGroup Blue { get; }

    public TargetGroup Green { get; }

    /// <summary>What has production traffic: the default rule of a listener, and maybe another rule of it.</summary>
    public IReadOnlyList<Rule> Routes { get; }

    public Listener Preview { get; }

    public IReadOnlyDictionary<Color, IReadOnlyList<ManagedNode>> Nodes { get; }

    public TargetGroup Group(Color color) => color == Color.Blue ? Blue : Green;

    public TargetPlan Plan() => new()
    {
        Name = Name,
        Router = Binding("aws", new { listeners = Routes.Select(ArnOf), blue = Blue.Arn, green = Green.Arn, preview = Preview.Arn }),
        Hosts = Binding("ssm", new { blue = $"tag:Pool={Name}-blue", green = $"tag:Pool={Name}-green" }),
    };

    /// <summary>A default rule is named by its listener.</summary>
    private static string ArnOf(Rule rule) => rule.Priority is null ? rule.Listener.Arn : rule.Arn;

    private static JsonObject HostIs(string host) => new() { ["Field"] = "host-header", ["HostHeaderConfig"] = new JsonObject { ["Values"] = new JsonArray(host) } };

    private static PortBinding Binding(string provider, object options) => new(provider, ReleaseJson.ToElement(options));

    private List<ManagedNode> Add(AwsDouble aws, Color color)
    {
        var nodes = new List<ManagedNode>();
        for (var number = 0; number < (color == Color.Green ? shape.Hosts : Math.Min(2, shape.Hosts)); number++)
        {
            var id = $"i-{Name.GetHashCode(StringComparison.Ordinal) & 0xffffff:x6}{(int)color}{number.ToString("x10", CultureInfo.InvariantCulture)}";
            nodes.Add(Agents.Add(aws, id, $"{Name}-{color.Lower()}", shape.Install));
            Group(color).Register(new Target(id, color == Color.Blue ? shape.Ports.Blue : shape.Ports.Green));
        }

        return nodes;
    }
}
