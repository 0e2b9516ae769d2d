using System.Collections.Concurrent;
using System.Text.RegularExpressions;
using BlueGreenServerless.Clouds.Aws;
using BlueGreenServerless.Clouds.Aws.LoadBalancing;
using BlueGreenServerless.VirtualCloud.Machine;

namespace BlueGreenServerless.VirtualCloud.Watching;

/// <summary>
/// Looks at every change of a rule, in the moment in which AWS makes it and whether or not the answer arrives: the weights are whole, and no
/// group gets more traffic than before that the load balancer has not just called healthy.
/// </summary>
internal sealed partial class TrafficWatch
{
    private readonly Place place;
    private readonly AwsDouble aws;
    private readonly ConcurrentDictionary<string, bool> healthy = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, IReadOnlyList<WeightedGroup>> before = new(StringComparer.Ordinal);

    public TrafficWatch(AwsDouble aws, Place place)
    {
        (this.aws, this.place) = (aws, place);
        healthy[place.Blue.Arn] = true;
        foreach (var route in place.Routes)
        {
            before[route.Arn] = WeightedGroup.Of(route.Actions);
        }
    }

    /// <summary>What was wrong, with its time.</summary>
    public ConcurrentQueue<string> Violations { get; } = new();

    /// <summary>How many changes were looked at.</summary>
    public int Looked { get; private set; }

    /// <summary>How many of them gave the new colour more than it had.</summary>
    public int Gains { get; private set; }

    public void Changed(Rule rule)
    {
        if (!before.TryGetValue(rule.Arn, out var old))
        {
            return;
        }

        Looked++;
        var now = before[rule.Arn] = WeightedGroup.Of(rule.Actions);
        Check(now, old);
        CheckWhole("traffic", rule.Traffic);
    }

    /// <summary>Takes in what the load balancer said of the health of a group.</summary>
    public void Answered(Exchange exchange)
    {
        if (exchange is { Operation: "DescribeTargetHealth", Answer.Status: 200 })
        {
            var group = Uri.UnescapeDataString(Asked().Match(exchange.Request.Text).Groups["arn"].Value);
            var states = States().Matches(exchange.Answer.Text).Select(match => match.Groups["state"].Value).ToList();
            healthy[group] = states.Count > 0 && states.TrueForAll(state => state == "healthy");
        }
    }

    private void Check(IReadOnlyList<WeightedGroup> now, IReadOnlyList<WeightedGroup> old)
    {
        CheckWhole("weights", now);
        foreach (var group in now.Where(group => group.Weight > 0 && group.Arn != place.Blue.Arn))
        {
            var had = old.FirstOrDefault(known => known.Arn == group.Arn)?.Weight ?? 0;
            Gains += group.Weight > had ? 1 : 0;
            if (group.Weight > had && !healthy.GetValueOrDefault(group.Arn))
            {
                Violate($"{group.Arn} gets {group.Weight} and was last not called healthy");
            }
        }
    }

    private void CheckWhole(string what, IReadOnlyList<WeightedGroup> groups)
    {
        if (groups.Sum(group => group.Weight) is not (1 or 100) || groups.Any(group => group.Arn != place.Blue.Arn && group.Arn != place.Green.Arn))
        {
            Violate($"the {what} are {string.Join(", ", groups)}");
        }
    }

    private void Violate(string what) => Violations.Enqueue($"{aws.Options.Clock.GetUtcNow():HH:mm:ss}: {what}");

    [GeneratedRegex("TargetGroupArn=(?<arn>[^&]+)", RegexOptions.None, 1000)]
    private static partial Regex Asked();

    [GeneratedRegex("<State>(?<state>[a-z]+)</State>", RegexOptions.None, 1000)]
    private static partial Regex States();
}
