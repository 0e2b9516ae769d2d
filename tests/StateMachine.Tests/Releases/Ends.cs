using BlueGreenServerless.Traffic;

namespace BlueGreenServerless.StateMachine.Tests.Releases;

/// <summary>What must be true however a release ended.</summary>
internal static class Ends
{
    /// <summary>The traffic of all targets is whole and on the same colour, no invariant was broken on the way, the lock is free.</summary>
    public static async Task AssertWholeAsync(ReleaseMachine machine)
    {
        var colors = machine.Configuration.Targets.Select(target => machine.World.Ports.RouterOf(target.Name).Split.Whole()).Distinct().ToList();
        Assert.NotNull(Assert.Single(colors));
        Assert.All(machine.Configuration.Targets, target => Assert.Empty(machine.World.Ports.RouterOf(target.Name).Violations));
        Assert.Null(await machine.World.Store.FindLockAsync("shop", default));
    }

    public static async Task AssertOnAsync(ReleaseMachine machine, Color color)
    {
        await AssertWholeAsync(machine);
        Assert.Equal(color, machine.Router.Split.Whole());
    }
}
