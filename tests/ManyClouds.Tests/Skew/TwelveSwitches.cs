using System.Diagnostics;
using BlueGreenServerless.ManyClouds.Tests.Fronts;

namespace BlueGreenServerless.ManyClouds.Tests.Skew;

/// <summary>
/// How far apart the targets of one step are moved, as users see it. All of them are moved by the same state of the machine, at the same
/// time, and those of one service at OVH by the same refresh; how long that takes is OVH's.
/// </summary>
public sealed class TwelveSwitches(ITestOutputHelper output)
{
    private static readonly TimeSpan Refresh = TimeSpan.FromSeconds(1);

    [Fact]
    public async Task A_release_to_four_clouds_moves_every_target_and_none_of_their_users_is_lost()
    {
        await using var clouds = await RunningClouds.StartAsync(Refresh);
        var pollers = clouds.Fronts.ToDictionary(front => front, front => new Poller(front.Users));
        var refreshes = clouds.Service.Refreshes;

        var end = await clouds.ReleaseAsync();
        foreach (var poller in pollers.Values)
        {
            await poller.DisposeAsync();
        }

        Assert.True(end.Code == 0, end.Output + end.Errors);
        Assert.Empty(pollers.Where(each => each.Value.SwitchedAt is null).Select(each => $"{each.Key.Name} has not switched"));
        Assert.Empty(pollers.Where(each => each.Value.Lost.Count > 0).Select(each => $"{each.Key.Name} lost {each.Value.Lost.Count} of {each.Value.Asked}: {each.Value.Lost[0]}"));
        Say(pollers, clouds.Service.Refreshes - refreshes);
    }

    private void Say(Dictionary<Front, Poller> pollers, int refreshes)
    {
        var first = pollers.Values.Min(poller => poller.SwitchedAt!.Value);
        int After(IEnumerable<Poller> some) => (int)some.Max(poller => Stopwatch.GetElapsedTime(first, poller.SwitchedAt!.Value)).TotalMilliseconds;
        var clouds = pollers.GroupBy(each => each.Key.Name.Split('-')[0], each => each.Value).Select(cloud => $"{cloud.Key} {After(cloud)} ms");
        output.WriteLine($"[PRINT] skew between the first and the last of {pollers.Count} switches in four clouds: {After(pollers.Values)} ms, as users see it");
        output.WriteLine($"[PRINT] the last switch of each cloud after the first of all: {string.Join(", ", clouds)}, with {Refresh.TotalSeconds} s for a refresh at OVH, of which there were {refreshes}");
    }
}
