using BlueGreenServerless.Failures;

namespace BlueGreenServerless.Engine.Tests;

public sealed class TokenTests
{
    [Fact]
    public async Task Success_gives_the_state_its_result()
    {
        await using var harness = new EngineHarness();
        var token = await StartAsync(harness, Machines.Token("\"ResultPath\": \"$.approval\""));

        await harness.Engine.SendTaskSuccessAsync(token, EngineHarness.Json("""{"by":"me"}"""), CancellationToken.None);

        var ended = await harness.FinishAsync();
        Assert.Equal("""{"a":1,"approval":{"by":"me"}}""", ended.Output!.Value.GetRawText());
        Assert.Contains("TaskSubmitted", await harness.EventTypesAsync());
    }

    [Fact]
    public async Task Failure_fails_the_state_with_its_error()
    {
        await using var harness = new EngineHarness();
        var token = await StartAsync(harness, Machines.Token());

        await harness.Engine.SendTaskFailureAsync(token, "Rejected", "not today", CancellationToken.None);

        var ended = await harness.FinishAsync();
        Assert.Equal(("Rejected", "not today"), (ended.Error, ended.Cause));
    }

    [Fact]
    public async Task Another_process_may_answer()
    {
        await using var harness = new EngineHarness();
        var token = await StartAsync(harness, Machines.Token());

        await new ExecutionControl(harness.JournalPath, harness.Time).SendTaskSuccessAsync(token, EngineHarness.Json("7"));

        var ended = await harness.Engine.WaitAsync("machine", "one", CancellationToken.None);
        Assert.Equal(7, ended.Output!.Value.GetInt32());
    }

    [Fact]
    public async Task An_answer_that_comes_from_inside_the_function_counts()
    {
        await using var harness = new EngineHarness();
        harness.Functions.Add("F", async (payload, token) =>
        {
            await harness.Engine.SendTaskSuccessAsync(payload.GetProperty("token").GetString()!, EngineHarness.Json("1"), token);
            return payload;
        });

        var ended = await harness.RunAsync(Machines.Token());

        Assert.Equal(ExecutionStatus.Succeeded, ended.Status);
    }

    [Fact]
    public async Task A_token_that_was_answered_or_never_given_is_not_known()
    {
        await using var harness = new EngineHarness();
        var token = await StartAsync(harness, Machines.Token());
        await harness.Engine.SendTaskSuccessAsync(token, EngineHarness.Json("1"), CancellationToken.None);
        await harness.FinishAsync();

        await Assert.ThrowsAsync<ReleaseNotFoundException>(() => harness.Engine.SendTaskSuccessAsync(token, EngineHarness.Json("1"), CancellationToken.None));
        await Assert.ThrowsAsync<ReleaseNotFoundException>(() => harness.Engine.SendTaskFailureAsync("none", "E", "C", CancellationToken.None));
    }

    [Fact]
    public async Task Without_an_answer_the_state_times_out()
    {
        await using var harness = new EngineHarness();
        await StartAsync(harness, Machines.Token("\"TimeoutSeconds\": 100"));

        var ended = await harness.FinishAsync();

        Assert.Equal("States.Timeout", ended.Error);
        Assert.Equal(100, (ended.Stopped - ended.Started)!.Value.TotalSeconds);
    }

    [Fact]
    public async Task Heartbeats_keep_it_waiting_and_their_absence_ends_it()
    {
        await using var harness = new EngineHarness();
        var token = await StartAsync(harness, Machines.Token("\"TimeoutSeconds\": 100, \"HeartbeatSeconds\": 10"));
        for (var beat = 0; beat < 3; beat++)
        {
            harness.Time.Advance(TimeSpan.FromSeconds(8));
            await harness.Engine.WhenIdleAsync();
            await harness.Engine.SendTaskHeartbeatAsync(token, CancellationToken.None);
        }

        var ended = await harness.FinishAsync();

        Assert.Equal("States.HeartbeatTimeout", ended.Error);
        Assert.Equal(34, (ended.Stopped - ended.Started)!.Value.TotalSeconds);
    }

    [Fact]
    public async Task After_a_restart_the_same_token_counts_and_the_function_is_not_called_again()
    {
        await using var harness = new EngineHarness();
        var token = await StartAsync(harness, Machines.Token("\"TimeoutSeconds\": 100"));
        await harness.CutAsync();
        await new ExecutionControl(harness.JournalPath, harness.Time).SendTaskSuccessAsync(token, EngineHarness.Json("7"));

        await harness.Engine.ResumeAsync(CancellationToken.None);

        var ended = await harness.FinishAsync();
        Assert.Equal(7, ended.Output!.Value.GetInt32());
        Assert.Single(harness.Functions.Calls);
    }

    private static async Task<string> StartAsync(EngineHarness harness, string machine)
    {
        var token = string.Empty;
        harness.Functions.Add("F", payload =>
        {
            token = payload.GetProperty("token").GetString()!;
            return payload;
        });
        harness.Define("machine", machine);
        await harness.StartAsync("machine", "one", """{"a":1}""");
        await harness.Engine.WhenIdleAsync();
        return token;
    }
}
