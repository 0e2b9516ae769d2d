using BlueGreenServerless.Documents;
using BlueGreenServerless.Failures;
using BlueGreenServerless.Functions.CheckHealth;
using BlueGreenServerless.Traffic;
using BlueGreenServerless.Verdicts;

namespace BlueGreenServerless.Functions.Tests.CheckHealth;

public sealed class CheckHealthFunctionTests
{
    private readonly Stages stages = new();

    [Fact]
    public async Task Healthy_rounds_in_a_row_prove_the_colour()
    {
        var output = await CheckAsync(await CheckAsync(stages.Branch()));
        Assert.Equal((HealthVerdict.Waiting, 2, false), (output.Target.Health!.Verdict, output.Target.Health.InARow, output.Target.SeenHealthy));

        output = await CheckAsync(output);
        Assert.Equal((HealthVerdict.Healthy, true), (output.Target.Health!.Verdict, output.Target.SeenHealthy));
    }

    [Fact]
    public async Task An_unhealthy_round_begins_again()
    {
        var output = await CheckAsync(await CheckAsync(stages.Branch()));
        stages.Router.SetHealth(Color.Green, 1);

        Assert.Equal(0, (await CheckAsync(output)).Target.Health!.InARow);
    }

    [Fact]
    public async Task No_hosts_are_not_healthy()
    {
        stages.Router.SetHealth(Color.Green, 0, 0);

        Assert.Equal(0, (await CheckAsync(stages.Branch())).Target.Health!.InARow);
    }

    [Fact]
    public async Task The_deadline_fails_with_what_the_hosts_answered()
    {
        stages.Router.SetHealth(Color.Green, 1, 2, "g1: L7STS 503");
        var output = await CheckAsync(stages.Branch());
        stages.World.Time.Advance(TimeSpan.FromMinutes(5));

        output = await CheckAsync(output);

        Assert.Equal((HealthVerdict.Failed, Reason.HealthDeadlineExceeded), (output.Target.Health!.Verdict, output.Target.Failure!.Error));
        Assert.Contains("g1: L7STS 503", output.Target.Failure.Cause, StringComparison.Ordinal);
        Assert.False(output.Target.SeenHealthy);
    }

    private Task<TargetRelease> CheckAsync(TargetRelease input) => new CheckHealthFunction(stages.Services).RunAsync(input, Stages.None);
}
