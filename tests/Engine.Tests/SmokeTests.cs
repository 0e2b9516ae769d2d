namespace BlueGreenServerless.Engine.Tests;

public sealed class SmokeTests
{
    [Fact]
    public async Task A_task_runs_its_function_and_its_answer_is_the_output()
    {
        await using var harness = new EngineHarness();
        harness.Functions.Add("F", payload => EngineHarness.Json($$"""{"got": {{payload.GetRawText()}}}"""));

        var ended = await harness.RunAsync(Machines.Task(""), """{"a":1}""");

        Assert.Equal(ExecutionStatus.Succeeded, ended.Status);
        Assert.Equal("""{"got":{"a":1}}""", ended.Output!.Value.GetRawText());
        Assert.Equal(
            ["ExecutionStarted", "TaskStateEntered", "TaskScheduled", "TaskSucceeded", "TaskStateExited", "ExecutionSucceeded"],
            await harness.EventTypesAsync());
    }
}
