using System.Text.Json;

namespace BlueGreenServerless.Engine.Tests;

public sealed class TimeTests
{
    [Theory]
    [InlineData("\"Seconds\": 1209600", "2026-01-15T00:00:00Z")]
    [InlineData("\"Seconds\": 7776000", "2026-04-01T00:00:00Z")]
    [InlineData("\"SecondsPath\": \"$.s\"", "2026-01-01T00:00:30.5Z")]
    [InlineData("\"Timestamp\": \"2026-03-01T12:00:00Z\"", "2026-03-01T12:00:00Z")]
    [InlineData("\"TimestampPath\": \"$.t\"", "2026-02-01T01:00:00Z")]
    [InlineData("\"Timestamp\": \"2020-01-01T00:00:00Z\"", "2026-01-01T00:00:00Z")]
    public async Task Wait_ends_when_its_time_has_come(string field, string expected)
    {
        await using var harness = new EngineHarness();

        var ended = await harness.RunAsync(Machines.One("\"Type\": \"Wait\", " + field), """{"s":30.5,"t":"2026-02-01T02:00:00+01:00"}""");

        Assert.Equal(DateTimeOffset.Parse(expected), ended.Stopped);
    }

    [Fact]
    public async Task A_waiting_execution_says_where_it_is_and_when_it_wakes()
    {
        await using var harness = new EngineHarness();
        harness.Define("machine", Machines.One("\"Type\": \"Wait\", \"Seconds\": 60"));
        await harness.StartAsync("machine", "one");
        await harness.Engine.WhenIdleAsync();

        var seen = await harness.Journal.DescribeAsync("machine", "one");

        Assert.Equal(["S"], seen!.CurrentStates);
        Assert.Equal(harness.Time.GetUtcNow().AddSeconds(60), seen.NextWakeUp);
        Assert.True(seen.HasLivingOwner);
    }

    [Theory]
    [InlineData("\"TimeoutSeconds\": 5", 5)]
    [InlineData("\"TimeoutSecondsPath\": \"$.limit\"", 7)]
    public async Task A_function_that_does_not_answer_in_time_is_States_Timeout(string field, double seconds)
    {
        await using var harness = new EngineHarness();
        var entered = new TaskCompletionSource();
        var cancelled = new TaskCompletionSource();
        harness.Functions.Add("F", async (_, token) =>
        {
            token.Register(cancelled.SetResult);
            entered.SetResult();
            await new TaskCompletionSource<JsonElement>().Task;
            throw new InvalidOperationException("not reached");
        });
        harness.Define("machine", Machines.Task(field));
        await harness.StartAsync("machine", "one", """{"limit":7}""");
        await entered.Task;

        harness.Time.Advance(TimeSpan.FromSeconds(seconds));

        var ended = await harness.FinishAsync();
        await cancelled.Task;
        Assert.Equal("States.Timeout", ended.Error);
        Assert.Equal(seconds, (ended.Stopped - ended.Started)!.Value.TotalSeconds);
        Assert.Contains("TaskTimedOut", await harness.EventTypesAsync());
    }

    [Fact]
    public async Task A_function_that_is_cancelled_by_the_timeout_is_States_Timeout_too()
    {
        await using var harness = new EngineHarness();
        var entered = new TaskCompletionSource();
        harness.Functions.Add("F", async (payload, token) =>
        {
            entered.SetResult();
            await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, token);
            return payload;
        });
        harness.Define("machine", Machines.Task("\"TimeoutSeconds\": 5"));
        await harness.StartAsync("machine", "one");
        await entered.Task;

        harness.Time.Advance(TimeSpan.FromSeconds(5));

        Assert.Equal("States.Timeout", (await harness.FinishAsync()).Error);
    }

    [Fact]
    public async Task A_machine_that_runs_too_long_is_timed_out()
    {
        await using var harness = new EngineHarness();

        var ended = await harness.RunAsync(Machines.One("\"Type\": \"Wait\", \"Seconds\": 60", "\"TimeoutSeconds\": 30,"));

        Assert.Equal((ExecutionStatus.TimedOut, "States.Timeout"), (ended.Status, ended.Error));
        Assert.Equal(30, (ended.Stopped - ended.Started)!.Value.TotalSeconds);
        Assert.Equal("ExecutionTimedOut", (await harness.EventTypesAsync())[^1]);
    }
}
