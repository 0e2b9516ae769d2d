using BlueGreenServerless.Documents;
using BlueGreenServerless.Failures;
using BlueGreenServerless.Functions.SmokeTest;
using BlueGreenServerless.Plans;
using BlueGreenServerless.Ports;
using BlueGreenServerless.Testing.Fakes;
using BlueGreenServerless.Verdicts;

namespace BlueGreenServerless.Functions.Tests.SmokeTest;

public sealed class SmokeTestFunctionTests
{
    private readonly Stages stages = new()
    {
        Configuration = FakeWorld.Configuration() with { Smoke = [new SmokeCheck { Path = "//shop/", Contains = "v{{version}}" }] },
    };

    [Fact]
    public async Task An_answer_as_expected_passes_and_went_to_the_idle_colour()
    {
        stages.World.Probe.Otherwise = Answer(200, "this is v2");

        var output = await TestAsync();

        Assert.Equal(new SmokeState(SmokeVerdict.Passed, 1, 1), output.Target.Smoke);
        var asked = Assert.Single(stages.World.Probe.Asked);
        Assert.Equal(("green.preview.test", "green"), (asked.Uri.Host, asked.Headers["x-color"]));
    }

    [Theory]
    [InlineData(200, "this is v1", "'v2'")]
    [InlineData(503, "sorry", "'503'")]
    public async Task Another_answer_fails_with_its_evidence(int status, string body, string evidence)
    {
        stages.World.Probe.Otherwise = Answer(status, body);

        var output = await TestAsync();

        Assert.Equal((SmokeVerdict.Failed, Reason.SmokeTestFailed), (output.Target.Smoke!.Verdict, output.Target.Failure!.Error));
        Assert.All([evidence, body, "http://green.preview.test:8080//shop/"], part => Assert.Contains(part, output.Target.Failure.Cause, StringComparison.Ordinal));
        Assert.Single(stages.World.Probe.Asked);
    }

    [Fact]
    public async Task No_answer_is_asked_once_more()
    {
        stages.World.Probe.Answers.Enqueue(new ProbeAnswer(null, "", "connection refused", TimeSpan.Zero));
        stages.World.Probe.Otherwise = Answer(200, "v2");

        Assert.Equal(SmokeVerdict.Passed, (await TestAsync()).Target.Smoke!.Verdict);

        stages.World.Probe.Otherwise = new ProbeAnswer(null, "", "connection refused", TimeSpan.Zero);
        Assert.Contains("connection refused", (await TestAsync()).Target.Failure!.Cause, StringComparison.Ordinal);
    }

    [Fact]
    public async Task No_checks_pass()
    {
        var none = new Stages();

        var output = await new SmokeTestFunction(none.Services).RunAsync(none.Branch(), Stages.None);

        Assert.Equal(new SmokeState(SmokeVerdict.Passed, 0, 0), output.Target.Smoke);
    }

    private static ProbeAnswer Answer(int status, string body) => new(status, body, null, TimeSpan.Zero);

    private Task<TargetRelease> TestAsync() => new SmokeTestFunction(stages.Services).RunAsync(stages.Branch(), Stages.None);
}
