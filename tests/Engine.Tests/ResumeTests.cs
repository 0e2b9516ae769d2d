using BlueGreenServerless.Failures;

namespace BlueGreenServerless.Engine.Tests;

public sealed class ResumeTests
{
    [Fact]
    public async Task A_wait_ends_when_it_would_have_ended_without_the_crash()
    {
        await using var harness = new EngineHarness();
        harness.Define("machine", Machines.One("\"Type\": \"Wait\", \"Seconds\": 1209600"));
        await harness.StartAsync("machine", "one");
        await harness.Engine.WhenIdleAsync();
        harness.Time.Advance(TimeSpan.FromDays(3));
        await harness.CutAsync();
        harness.Time.Advance(TimeSpan.FromDays(3));

        await harness.Engine.ResumeAsync(CancellationToken.None);

        var ended = await harness.FinishAsync();
        Assert.Equal(14, (ended.Stopped - ended.Started)!.Value.TotalDays);
    }

    [Fact]
    public async Task Retry_counters_and_their_times_survive()
    {
        await using var harness = new EngineHarness();
        harness.Functions.Add("F", _ => throw new ProviderUnavailableException("busy"));
        harness.Define("machine", Machines.Task("\"Retry\": [{\"ErrorEquals\": [\"States.ALL\"], \"IntervalSeconds\": 10, \"MaxAttempts\": 2, \"BackoffRate\": 3}]"));
        await harness.StartAsync("machine", "one");
        await harness.Engine.WhenIdleAsync();
        harness.Time.Advance(TimeSpan.FromSeconds(10));
        await harness.Engine.WhenIdleAsync();
        await harness.CutAsync();

        await harness.Engine.ResumeAsync(CancellationToken.None);

        var ended = await harness.FinishAsync();
        Assert.Equal(3, harness.Functions.Calls.Count);
        Assert.Equal(40, (ended.Stopped - ended.Started)!.Value.TotalSeconds);
    }

    [Fact]
    public async Task Items_that_ended_are_not_run_again()
    {
        await using var harness = new EngineHarness();
        var hangs = true;
        var reached = new TaskCompletionSource();
        harness.Functions.Add("F", async (payload, token) =>
        {
            if (payload.GetInt32() == 2 && hangs)
            {
                reached.TrySetResult();
                await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, token);
            }

            return payload;
        });
        harness.Define("machine", Machines.One("\"Type\": \"Map\", \"MaxConcurrency\": 1, \"ItemProcessor\": {\"StartAt\": \"F\", \"States\": {"
            + Machines.Step("F", "\"End\": true") + "}}"));
        await harness.StartAsync("machine", "one", "[0,1,2,3]");
        await reached.Task;
        await harness.CutAsync();
        hangs = false;

        await harness.Engine.ResumeAsync(CancellationToken.None);

        Assert.Equal("[0,1,2,3]", (await harness.FinishAsync()).Output!.Value.GetRawText());
        Assert.Equal(["0", "1", "2", "2", "3"], harness.Functions.Calls.Select(call => call.Payload));
    }

    [Fact]
    public async Task A_requested_stop_lets_the_function_end_and_goes_on_elsewhere()
    {
        await using var harness = new EngineHarness();
        var entered = new TaskCompletionSource();
        var mayEnd = new TaskCompletionSource();
        harness.Functions.Add("A", async (payload, _) =>
        {
            entered.SetResult();
            await mayEnd.Task;
            return payload;
        }).Add("B", payload => payload);
        harness.Define("machine", $$"""{"StartAt": "A", "States": { {{Machines.Step("A", "\"Next\": \"B\"")}}, {{Machines.Step("B", "\"End\": true")}} } }""");
        await harness.StartAsync("machine", "one", "5");
        await entered.Task;

        harness.Engine.RequestStop();
        var waited = harness.Engine.WaitAsync("machine", "one", CancellationToken.None);
        mayEnd.SetResult();

        Assert.Equal((ExecutionStatus.Running, "B", false), ((await waited).Status, (await waited).CurrentStates[0], (await waited).HasLivingOwner));
        await harness.Engine.WhenStoppedAsync();
        await using var other = harness.NewEngine();
        Assert.Equal([("machine", "one")], await other.ResumeAsync(CancellationToken.None));
        Assert.Equal("5", (await other.WaitAsync("machine", "one", CancellationToken.None)).Output!.Value.GetRawText());
        Assert.Equal(["A", "B"], harness.Functions.Calls.Select(call => call.Name));
    }

    [Fact]
    public async Task A_running_execution_keeps_the_definition_it_was_started_with()
    {
        await using var harness = new EngineHarness();
        harness.Define("machine", Machines.One("\"Type\": \"Wait\", \"Seconds\": 60, \"OutputPath\": \"$.old\""));
        await harness.StartAsync("machine", "one", """{"old":1,"new":2}""");
        await harness.CutAsync();
        var changed = StateMachineDefinition.Load(
            "machine", Machines.One("\"Type\": \"Pass\", \"OutputPath\": \"$.new\""), new Dictionary<string, string>());
        await using var other = new EmbeddedEngine(new EngineOptions
        {
            JournalPath = harness.JournalPath, Definitions = [changed], Functions = harness.Functions, Time = harness.Time,
        });

        await other.ResumeAsync(CancellationToken.None);
        await harness.Time.RunUntilAsync(() => harness.IsClosedAsync("machine", "one"), other.WhenIdleAsync);

        Assert.Equal(1, (await harness.Journal.DescribeAsync("machine", "one"))!.Output!.Value.GetInt32());
    }

    [Fact]
    public async Task Two_engines_that_resume_at_once_never_run_the_same_execution()
    {
        await using var harness = new EngineHarness();
        harness.Functions.Add("F", payload => payload);
        harness.Define("machine", $$"""{"StartAt": "W", "States": {"W": {"Type": "Wait", "Seconds": 9, "Next": "F"}, {{Machines.Step("F", "\"End\": true")}} } }""");
        foreach (var index in Enumerable.Range(0, 50))
        {
            await harness.StartAsync("machine", $"e{index}");
        }

        await harness.CutAsync();
        await using var first = harness.NewEngine();
        await using var second = harness.NewEngine();
        var resumed = await Task.WhenAll(
            Task.Run(() => first.ResumeAsync(CancellationToken.None)), Task.Run(() => second.ResumeAsync(CancellationToken.None)));
        await harness.Time.RunUntilAsync(async () => (await harness.Journal.ListAsync(ExecutionStatus.Running)).Count == 0, () => Task.WhenAll(first.WhenIdleAsync(), second.WhenIdleAsync()));

        Assert.Equal(50, resumed.Sum(one => one.Count));
        Assert.Equal(50, harness.Functions.Calls.Count);
        Assert.Equal(50, (await harness.Journal.ListAsync(ExecutionStatus.Succeeded)).Count);
    }
}
