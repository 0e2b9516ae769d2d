using BlueGreenServerless.Documents;
using BlueGreenServerless.Engine;
using BlueGreenServerless.Plans;
using BlueGreenServerless.Traffic;

namespace BlueGreenServerless.StateMachine.Tests.Releases;

/// <summary>Every stage, every fault: a named end, whole traffic, a free lock.</summary>
public sealed class StageFaults
{
    private static readonly string[] Forward =
        ["Plan", "Inspect", "Prepare", "Deploy", "CheckHealth", "SmokeTest", "ShiftTraffic", "Observe", "Decide", "Complete"];

    public static TheoryData<string, Fault> OnTheWay => Matrix(Forward);

    public static TheoryData<string, Fault> OnTheWayBack => Matrix(["Rollback", "Complete"]);

    public static TheoryData<string, Fault> WhenAbandoned => Matrix(["Abandon", "Complete"]);

    [Theory]
    [MemberData(nameof(OnTheWay))]
    public async Task A_fault_on_the_way_ends_whole(string stage, Fault fault)
    {
        await using var machine = new ReleaseMachine();
        machine.Stages.Break(stage, fault);

        var ended = await machine.ReleaseAsync();

        Assert.Contains(stage, machine.Stages.Calls);
        await Ends.AssertWholeAsync(machine);
        AssertNamed(ended);
        if (fault is Fault.KilledBefore or Fault.KilledAfter)
        {
            Assert.Equal((ExecutionStatus.Succeeded, Color.Green), (ended.Status, machine.Router.Split.Whole()));
        }
    }

    [Theory]
    [MemberData(nameof(OnTheWayBack))]
    public async Task A_fault_on_the_way_back_ends_on_the_old_colour(string stage, Fault fault)
    {
        await using var machine = new ReleaseMachine { ErrorsInHundred = 20 };
        machine.Stages.Break(stage, fault);

        var ended = await machine.ReleaseAsync();

        AssertNamed(ended);
        await Ends.AssertOnAsync(machine, Color.Blue);
    }

    [Theory]
    [MemberData(nameof(WhenAbandoned))]
    public async Task A_fault_while_abandoning_leaves_the_live_colour_alone(string stage, Fault fault)
    {
        await using var machine = new ReleaseMachine();
        machine.World.Ports.HostsOf("t1").Failing["install"] = new HostFailure("g1", "it ended", 1, []);
        machine.Stages.Break(stage, fault);

        var ended = await machine.ReleaseAsync();

        AssertNamed(ended);
        Assert.Empty(machine.Router.Writes);
        await Ends.AssertOnAsync(machine, Color.Blue);
    }

    [Theory]
    [InlineData(Fault.Error)]
    [InlineData(Fault.Timeout)]
    [InlineData(Fault.KilledBefore)]
    [InlineData(Fault.KilledAfter)]
    public async Task A_fault_while_retiring_leaves_the_new_colour_live(Fault fault)
    {
        await using var machine = new ReleaseMachine();
        machine.Configuration = machine.Configuration with
        {
            Install = machine.Configuration.Install with { Migrations = new MigrationsPlan { Contract = "bin/migrate" } },
        };
        machine.Stages.Break("Retire", fault);
        var released = await machine.ReleaseAsync();

        var standby = await machine.FinishAsync("standby", released.Name);

        Assert.NotEqual(ExecutionStatus.Running, standby.Status);
        await Ends.AssertOnAsync(machine, Color.Green);
        Assert.InRange(machine.World.Ports.HostsOf("t1").Started.Count(command => command.Id.EndsWith("contract", StringComparison.Ordinal)), 0, 1);
    }

    private static void AssertNamed(Execution ended) =>
        Assert.True(ended.Status == ExecutionStatus.Succeeded || ended is { Status: ExecutionStatus.Failed, Error.Length: > 0, Cause.Length: > 0 }, $"{ended.Status} {ended.Error}");

    private static TheoryData<string, Fault> Matrix(IEnumerable<string> stages)
    {
        var data = new TheoryData<string, Fault>();
        foreach (var stage in stages)
        {
            foreach (var fault in Enum.GetValues<Fault>())
            {
                data.Add(stage, fault);
            }
        }

        return data;
    }
}
