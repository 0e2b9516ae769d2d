using BlueGreenServerless.Clouds.Aws.LoadBalancing;
using BlueGreenServerless.Clouds.Aws.Tests.Strangers;

namespace BlueGreenServerless.Clouds.Aws.Tests.LoadBalancing;

/// <summary>A load balancer with a listener that forwards everything to blue, and nothing to green.</summary>
internal sealed class TwoColours : IAsyncDisposable
{
    private TwoColours(Watched watched)
    {
        Watched = watched;
        Balancer = watched.Aws.Balancers.Add("web");
        Blue = watched.Aws.Balancers.AddGroup("tg-blue");
        Green = watched.Aws.Balancers.AddGroup("tg-green");
        Listener = watched.Aws.Balancers.AddListener(Balancer, 0, (Blue, 100), (Green, 0));
    }

    public Watched Watched { get; }

    public LoadBalancer Balancer { get; }

    public TargetGroup Blue { get; }

    public TargetGroup Green { get; }

    public Listener Listener { get; }

    public Balancers Balancers => Watched.Aws.Balancers;

    public AwsCommand Command => Watched.Command;

    public static async Task<TwoColours> StartAsync(AwsDoubleOptions? options = null) => new(await Watched.StartAsync(options));

    /// <summary>A forward action in the words of the command line.</summary>
    public string Forward(int blue, int green, string more = "") =>
        $$$"""[{"Type":"forward","ForwardConfig":{"TargetGroups":[{{{Tuple(Blue, blue)}}},{{{Tuple(Green, green)}}}]{{{more}}} }}]""";

    private static string Tuple(TargetGroup group, int weight) => $$"""{"TargetGroupArn":"{{group.Arn}}","Weight":{{weight}} }""";

    public ValueTask DisposeAsync() => Watched.DisposeAsync();
}
