using BlueGreenServerless.Clouds.Aws;
using BlueGreenServerless.Clouds.Aws.LoadBalancing;

namespace BlueGreenServerless.VirtualCloud.Machine;

/// <summary>
/// The users of a target, divided as the load balancer divides them, and what CloudWatch says of them. They are told of when their share
/// changes and when somebody is about to ask.
/// </summary>
internal sealed class Users(AwsDouble aws, Place place)
{
    private const string Space = "AWS/ApplicationELB";
    private const double EachSecond = 100;
    private const double ResponseSeconds = 0.05;

    private readonly Lock gate = new();
    private IReadOnlyList<WeightedGroup> weights = place.Routes[0].Traffic;
    private DateTimeOffset told = aws.Options.Clock.GetUtcNow();

    /// <summary>Nobody comes.</summary>
    public bool AreAway { get; set; }

    /// <summary>Errors among a hundred answers of the new version.</summary>
    public double ErrorsInHundred { get; set; }

    public void Tell()
    {
        lock (gate)
        {
            TellAll();
        }
    }

    private void TellAll()
    {
        var now = aws.Options.Clock.GetUtcNow();
        while (told < now)
        {
            var minute = told.AddTicks(TimeSpan.TicksPerMinute - (told.UtcTicks % TimeSpan.TicksPerMinute));
            var until = minute < now ? minute : now;
            Tell(told, (until - told).TotalSeconds);
            told = until;
        }

        weights = place.Routes[0].Traffic;
    }

    private void Tell(DateTimeOffset at, double seconds)
    {
        foreach (var group in weights.Where(group => group.Weight > 0 && !AreAway))
        {
            var requests = Math.Round(EachSecond * seconds * group.Weight / weights.Sum(each => each.Weight));
            Tell(group.Arn == place.Blue.Arn ? place.Blue : place.Green, at, requests);
        }
    }

    private void Tell(TargetGroup group, DateTimeOffset at, double requests)
    {
        var dimensions = new[] { ("TargetGroup", group.Dimension), ("LoadBalancer", place.Balancer.Dimension) };
        aws.Metrics.Put(Space, "RequestCount", requests, at, dimensions);
        aws.Metrics.Put(Space, "TargetResponseTime", ResponseSeconds, at, dimensions);
        if (group == place.Green && ErrorsInHundred > 0)
        {
            aws.Metrics.Put(Space, "HTTPCode_Target_5XX_Count", Math.Round(requests * ErrorsInHundred / 100), at, dimensions);
        }
    }
}
