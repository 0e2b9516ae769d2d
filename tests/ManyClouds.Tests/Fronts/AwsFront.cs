using BlueGreenServerless.Clouds.Aws;
using BlueGreenServerless.Clouds.Aws.LoadBalancing;
using BlueGreenServerless.Plans;
using BlueGreenServerless.Traffic;
using BlueGreenServerless.VirtualCloud.Machine;
using BlueGreenServerless.VirtualCloud.Watching;

namespace BlueGreenServerless.ManyClouds.Tests.Fronts;

/// <summary>An Application Load Balancer.</summary>
internal sealed class AwsFront(AwsDouble aws, string name, PlaceShape shape) : Front(name)
{
    private bool isGreenLost;

    public Place Place { get; } = new(aws, name, shape);

    public override Uri Users => new($"http://127.0.0.1:{Place.Routes[0].Listener.Port}");

    public override Task<string> ReadAsync() => Task.FromResult(string.Join("\n", Place.Routes.Select(route => PlainActions.Of(route.Actions))));

    public override Task<Color?> LiveAsync() => Task.FromResult(Live());

    public override void LoseGreen() => isGreenLost = true;

    /// <summary>How a machine is, when it is one of this load balancer.</summary>
    public TargetState? StateOf(TargetGroup group) =>
        group == Place.Green ? (isGreenLost ? TargetState.Failed : TargetState.Healthy) : group == Place.Blue ? TargetState.Healthy : null;

    public void Changed(Rule rule)
    {
        if (Place.Routes.Contains(rule))
        {
            // a listener and a rule of it are two writes
            Moved?.Invoke(this, Of(rule));
        }
    }

    public override PortBinding Router() => Place.Plan().Router;

    private Color? Live() => Place.Routes.Select(Of).Distinct().ToList() is [var one] ? one : null;

    private Color? Of(Rule rule)
    {
        var groups = WeightedGroup.Of(rule.Actions).Where(group => group.Weight > 0).Select(group => group.Arn).ToList();
        return groups is not [var only] ? null : only == Place.Blue.Arn ? Color.Blue : only == Place.Green.Arn ? Color.Green : null;
    }
}
