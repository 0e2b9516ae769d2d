using BlueGreenServerless.Failures;

namespace BlueGreenServerless.Engine.Tests;

public sealed class RetryAndCatchTests
{
    private static readonly Func<Exception> Unavailable = () => new ProviderUnavailableException("busy");

    [Fact]
    public async Task A_retrier_waits_longer_each_time_up_to_its_cap()
    {
        await using var harness = new EngineHarness();
        var called = new List<TimeSpan>();
        var started = harness.Time.GetUtcNow();
        harness.Functions.Add("F", payload =>
        {
            called.Add(harness.Time.GetUtcNow() - started);
            return called.Count < 6 ? throw Unavailable() : payload;
        });

        var ended = await harness.RunAsync(Machines.Task("""
            "Retry": [{"ErrorEquals": ["ProviderUnavailableException"], "IntervalSeconds": 2, "MaxAttempts": 6, "BackoffRate": 2, "MaxDelaySeconds": 10}]
            """));

        Assert.Equal(ExecutionStatus.Succeeded, ended.Status);
        Assert.Equal([0, 2, 6, 14, 24, 34], called.Select(at => at.TotalSeconds));
    }

    [Theory]
    [InlineData(0.0, 0)]
    [InlineData(0.25, 1)]
    [InlineData(0.999999999, 4)]
    public async Task Full_jitter_waits_between_nothing_and_the_whole_delay(double random, double expectedSeconds)
    {
        await using var harness = new EngineHarness { NextRandom = () => random };
        var started = harness.Time.GetUtcNow();
        harness.Functions.AddFailing("F", 1, Unavailable);

        await harness.RunAsync(Machines.Task("""
            "Retry": [{"ErrorEquals": ["States.ALL"], "IntervalSeconds": 4, "JitterStrategy": "FULL"}]
            """));

        Assert.Equal(expectedSeconds, (harness.Time.GetUtcNow() - started).TotalSeconds, 3);
    }

    [Fact]
    public async Task Each_retrier_counts_for_itself_and_the_first_that_takes_the_error_decides()
    {
        await using var harness = new EngineHarness();
        var calls = 0;
        harness.Functions.Add("F", _ => throw (++calls % 2 == 0 ? new TimeoutException("b") : Unavailable()));

        var ended = await harness.RunAsync(Machines.Task("""
            "Retry": [{"ErrorEquals": ["ProviderUnavailableException"], "MaxAttempts": 2}, {"ErrorEquals": ["States.ALL"], "MaxAttempts": 5}]
            """));

        Assert.Equal(5, calls);
        Assert.Equal("ProviderUnavailableException", ended.Error);
        Assert.Equal("""{"errorType":"ProviderUnavailableException","errorMessage":"busy"}""", ended.Cause);
    }

    [Fact]
    public async Task RetryCount_is_in_the_context_and_starts_over_in_the_next_state()
    {
        await using var harness = new EngineHarness();
        harness.Functions.Add("F", payload => payload.GetProperty("n").GetInt32() < 2 ? throw Unavailable() : payload);

        var ended = await harness.RunAsync("""
            {"StartAt": "A", "States": {
              "A": {"Type": "Task", "Resource": "arn:aws:states:::lambda:invoke", "Parameters": {"FunctionName": "F", "Payload": {"n.$": "$$.State.RetryCount"}},
                    "Retry": [{"ErrorEquals": ["States.TaskFailed"]}], "Next": "B"},
              "B": {"Type": "Pass", "Parameters": {"n.$": "$.Payload.n", "now.$": "$$.State.RetryCount"}, "End": true} } }
            """);

        Assert.Equal("""{"n":2,"now":0}""", ended.Output!.Value.GetRawText());
    }

    [Theory]
    [InlineData("States.ALL", true)]
    [InlineData("States.TaskFailed", true)]
    [InlineData("ProviderUnavailableException", true)]
    [InlineData("States.Timeout", false)]
    [InlineData("Other", false)]
    public async Task A_catcher_takes_the_error_into_its_ResultPath(string pattern, bool takes)
    {
        await using var harness = new EngineHarness();
        harness.Functions.AddFailing("F", 1, Unavailable);

        var ended = await harness.RunAsync($$"""
            {"StartAt": "S", "States": {
              "S": {"Type": "Task", "Resource": "arn:aws:states:::lambda:invoke", "Parameters": {"FunctionName": "F"}, "InputPath": null,
                    "Catch": [{"ErrorEquals": ["{{pattern}}"], "ResultPath": "$.failure", "Next": "Caught"}], "End": true},
              "Caught": {"Type": "Pass", "Parameters": {"a.$": "$.a", "error.$": "$.failure.Error"}, "End": true} } }
            """, """{"a":1}""");

        Assert.Equal(takes ? """{"a":1,"error":"ProviderUnavailableException"}""" : null, ended.Output?.GetRawText());
    }

    [Fact]
    public async Task Runtime_errors_are_neither_retried_nor_caught()
    {
        await using var harness = new EngineHarness();
        harness.Functions.Add("F", payload => payload);

        var ended = await harness.RunAsync(Machines.Task("""
            "InputPath": "$.none", "Retry": [{"ErrorEquals": ["States.ALL"]}], "Catch": [{"ErrorEquals": ["States.ALL"], "Next": "S"}]
            """));

        Assert.Equal("States.Runtime", ended.Error);
        Assert.Empty(harness.Functions.Calls);
    }

    [Fact]
    public async Task A_Fail_state_gives_its_error_and_cause_from_the_document()
    {
        await using var harness = new EngineHarness();

        var ended = await harness.RunAsync("""
            {"StartAt": "F", "States": {"F": {"Type": "Fail", "ErrorPath": "$.failure.Error", "CausePath": "States.Format('because {}', $.failure.Cause)"}}}
            """, """{"failure":{"Error":"SmokeTestFailed","Cause":"404"}}""");

        Assert.Equal((ExecutionStatus.Failed, "SmokeTestFailed", "because 404"), (ended.Status, ended.Error, ended.Cause));
    }
}
