namespace BlueGreenServerless.Engine.Tests;

public sealed class ChildExecutionTests
{
    [Theory]
    [InlineData(":2", """{"waited":true}""")]
    [InlineData("", "\"{\\\"waited\\\":true}\"")]
    public async Task Sync_waits_for_the_end_and_gives_the_output(string version, string expected)
    {
        await using var harness = new EngineHarness();
        harness.Define("inner", """
            {"StartAt": "W", "States": {"W": {"Type": "Wait", "Seconds": 60, "Next": "P"}, "P": {"Type": "Pass", "Parameters": {"waited.$": "$.go"}, "End": true} } }
            """);

        var ended = await harness.RunAsync(Outer(".sync" + version, "\"OutputPath\": \"$.Output\""), """{"go":true}""");

        Assert.Equal(expected, ended.Output!.Value.GetRawText());
        Assert.Equal(60, (ended.Stopped - ended.Started)!.Value.TotalSeconds);
        Assert.Equal(ExecutionStatus.Succeeded, (await harness.Journal.DescribeAsync("inner", "child"))!.Status);
    }

    [Fact]
    public async Task Sync_fails_with_TaskFailed_and_the_description_when_the_inner_one_fails()
    {
        await using var harness = new EngineHarness();
        harness.Define("inner", """{"StartAt": "F", "States": {"F": {"Type": "Fail", "Error": "RollbackFailed", "Cause": "why"} } }""");

        var ended = await harness.RunAsync(Outer(".sync:2"));

        Assert.Equal("States.TaskFailed", ended.Error);
        var cause = EngineHarness.Json(ended.Cause!);
        Assert.Equal(("FAILED", "RollbackFailed", "why"), (
            cause.GetProperty("Status").GetString(), cause.GetProperty("Error").GetString(), cause.GetProperty("Cause").GetString()));
    }

    [Fact]
    public async Task Without_sync_the_inner_one_outlives_the_outer_one()
    {
        await using var harness = new EngineHarness();
        harness.Define("inner", Machines.One("\"Type\": \"Wait\", \"Seconds\": 60"));

        var ended = await harness.RunAsync(Outer(string.Empty));

        Assert.Equal("arn:aws:states:local:000000000000:execution:inner:child", ended.Output!.Value.GetProperty("ExecutionArn").GetString());
        Assert.Equal(ExecutionStatus.Running, (await harness.Journal.DescribeAsync("inner", "child"))!.Status);
        Assert.Equal(ExecutionStatus.Succeeded, (await harness.FinishAsync("inner", "child")).Status);
    }

    [Fact]
    public async Task A_name_that_is_taken_and_a_machine_that_is_not_there_are_errors()
    {
        await using var harness = new EngineHarness();
        harness.Define("inner", Machines.One("\"Type\": \"Pass\"")).Define("machine", Outer(".sync:2"))
            .Define("other", Outer(".sync:2").Replace("\"inner\"", "\"none\"", StringComparison.Ordinal));
        await harness.RunAsync("inner", "child", "{}");

        Assert.Equal("StepFunctions.ExecutionAlreadyExistsException", (await harness.RunAsync("machine", "one", "{}")).Error);
        Assert.Equal("StepFunctions.StateMachineDoesNotExistException", (await harness.RunAsync("other", "one", "{}")).Error);
    }

    [Fact]
    public async Task Stopping_the_outer_one_stops_the_inner_one()
    {
        await using var harness = new EngineHarness();
        harness.Define("inner", Machines.One("\"Type\": \"Wait\", \"Seconds\": 60")).Define("machine", Outer(".sync:2"));
        await harness.StartAsync("machine", "one");
        await harness.Engine.WhenIdleAsync();

        await harness.Engine.StopAsync("machine", "one", "Aborted", "by hand", CancellationToken.None);

        Assert.Equal(ExecutionStatus.Aborted, (await harness.FinishAsync()).Status);
        Assert.Equal(ExecutionStatus.Aborted, (await harness.FinishAsync("inner", "child")).Status);
    }

    [Fact]
    public async Task After_a_crash_the_outer_one_waits_for_the_same_inner_one()
    {
        await using var harness = new EngineHarness();
        harness.Define("inner", Machines.One("\"Type\": \"Wait\", \"Seconds\": 60")).Define("machine", Outer(".sync:2"));
        await harness.StartAsync("machine", "one");
        await harness.Engine.WhenIdleAsync();
        await harness.CutAsync();

        var resumed = await harness.Engine.ResumeAsync(CancellationToken.None);

        Assert.Equal(2, resumed.Count);
        Assert.Equal(ExecutionStatus.Succeeded, (await harness.FinishAsync()).Status);
    }

    private static string Outer(string sync, string more = "\"ResultPath\": \"$\"") => Machines.One($$"""
        "Type": "Task", "Resource": "arn:aws:states:::states:startExecution{{sync}}",
        "Parameters": {"StateMachineArn": "inner", "Name": "child", "Input.$": "$"}, {{more}}
        """);
}
