using BlueGreenServerless.Plans;
using BlueGreenServerless.Traffic;
using BlueGreenServerless.VirtualCloud.Machine;

namespace BlueGreenServerless.AwsMany.Tests.Cost;

/// <summary>What a release asks of AWS when it has ten, a thousand and ten thousand hosts.</summary>
public sealed class HostsInNumbers(ITestOutputHelper output)
{
    /// <summary>
    /// The one call that grows: which nodes have a tag, and that each of their agents is online, is told 50 at a time, and a filter by tag cannot be
    /// combined with one for those that are offline. They are listed twice: before anything changes, and before the command is sent.
    /// </summary>
    private const string Listing = "ssm:DescribeInstanceInformation";

    private const string Invocations = "ssm:ListCommandInvocations";
    private const int PerPage = 50;
    private const int Listed = 2;

    [Fact]
    public async Task Transitions_and_calls_do_not_grow_with_the_hosts()
    {
        var (ten, few) = await CountAsync(10);
        var (thousand, many) = await CountAsync(1_000);
        var (tenThousand, most) = await CountAsync(10_000);

        Assert.Equal(ten, thousand);
        Assert.Equal(ten, tenThousand);
        Assert.Equal(Without(few, Listing, Invocations), Without(most, Listing, Invocations));
        Assert.Equal(Without(many, Listing), Without(most, Listing));
        Assert.InRange(most[Invocations], 1, 9);
        Assert.All(new[] { (10, few), (1_000, many), (10_000, most) }, one => Assert.InRange(one.Item2[Listing], 1, (Listed * ((one.Item1 + PerPage - 1) / PerPage)) + Listed));
    }

    private async Task<(Bill Bill, IReadOnlyDictionary<string, int> Calls)> CountAsync(int hosts)
    {
        var counted = await CountedRelease.RunAsync(
            new PlaceShape { Hosts = hosts }, plan => plan with { Strategy = new StrategyPlan { Kind = StrategyKind.AllAtOnce, Bake = TimeSpan.FromMinutes(3) } });
        var calls = counted.Calls;
        output.WriteLine(
            $"[PRINT] {hosts} hosts: {counted.Bill.Transitions} transitions, {counted.Bill.Invocations} Lambda calls, {calls.Values.Sum() - calls[Listing]} API calls, " +
            $"of these {calls[Invocations]} of {Invocations}, and {calls[Listing]} pages of {Listing}");
        return counted;
    }

    private static List<KeyValuePair<string, int>> Without(IReadOnlyDictionary<string, int> calls, params string[] left) =>
        [.. calls.Where(call => !left.Contains(call.Key, StringComparer.Ordinal)).OrderBy(call => call.Key, StringComparer.Ordinal)];
}
