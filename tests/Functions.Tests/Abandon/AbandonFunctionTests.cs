using BlueGreenServerless.Documents;
using BlueGreenServerless.Functions.Abandon;
using BlueGreenServerless.Verdicts;

namespace BlueGreenServerless.Functions.Tests.Abandon;

public sealed class AbandonFunctionTests
{
    private readonly Stages stages = new();

    [Theory]
    [InlineData(CommandVerdict.Running, 1)]
    [InlineData(CommandVerdict.Failed, 1)]
    [InlineData(CommandVerdict.Succeeded, 0)]
    public async Task A_command_that_may_still_run_is_cancelled_and_the_traffic_is_not_touched(CommandVerdict verdict, int cancelled)
    {
        await AbandonAsync(verdict);

        Assert.Equal(cancelled, stages.Hosts.Cancelled.Count);
        Assert.Empty(stages.Router.Faults.Calls);
    }

    [Fact]
    public async Task Hosts_that_do_not_answer_do_not_stop_it()
    {
        stages.Hosts.Faults.FailNext("Cancel");

        await AbandonAsync(CommandVerdict.Running);
    }

    private Task<TargetRelease> AbandonAsync(CommandVerdict verdict) => new AbandonFunction(stages.Services).RunAsync(
        stages.Branch(target => target with { Deploy = new DeployState(verdict, "install", "c1", stages.Now, 2, 0, 0, []) }), Stages.None);
}
