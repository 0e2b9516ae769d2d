using BlueGreenServerless.Failures;
using BlueGreenServerless.Ports;

namespace BlueGreenServerless.Engine.Tests;

public sealed class ExecutionTests
{
    private static readonly string Waiting = Machines.One("\"Type\": \"Wait\", \"Seconds\": 60");

    [Fact]
    public async Task Start_is_idempotent_as_in_Step_Functions()
    {
        await using var harness = new EngineHarness();
        harness.Define("machine", Waiting);

        Assert.Equal(StartResult.Started, await harness.StartAsync("machine", "one", """{"a":1,"b":2}"""));
        Assert.Equal(StartResult.Running, await harness.StartAsync("machine", "one", """{"b":2, "a":1}"""));
        Assert.Equal(StartResult.AlreadyExists, await harness.StartAsync("machine", "one", """{"a":2}"""));
        await harness.FinishAsync();
        Assert.Equal(StartResult.AlreadyExists, await harness.StartAsync("machine", "one", """{"a":1,"b":2}"""));
    }

    [Fact]
    public async Task A_thousand_starts_of_one_name_start_one_execution()
    {
        await using var harness = new EngineHarness();
        harness.Functions.Add("F", payload => payload);
        harness.Define("machine", Machines.Task("\"TimeoutSeconds\": 9"));

        var results = await Task.WhenAll(Enumerable.Range(0, 1000).Select(_ => Task.Run(() => harness.StartAsync("machine", "one"))));
        await harness.FinishAsync();

        Assert.Single(results, StartResult.Started);
        Assert.Single(harness.Functions.Calls);
    }

    [Theory]
    [InlineData("")]
    [InlineData("a b")]
    [InlineData("../x")]
    [InlineData("0123456789012345678901234567890123456789012345678901234567890123456789012345678901")]
    public async Task Names_and_machines_that_are_not_allowed_are_refused(string name)
    {
        await using var harness = new EngineHarness();
        harness.Define("machine", Waiting);

        await Assert.ThrowsAsync<InvalidRequestException>(() => harness.StartAsync("machine", name));
        await Assert.ThrowsAsync<InvalidRequestException>(() => harness.StartAsync("none", "one"));
    }

    [Fact]
    public async Task Stop_ends_as_aborted_with_its_reason()
    {
        await using var harness = new EngineHarness();
        harness.Define("machine", Waiting);
        await harness.StartAsync("machine", "one");

        await harness.Engine.StopAsync("machine", "one", "Aborted", "by hand", CancellationToken.None);

        var ended = await harness.Journal.DescribeAsync("machine", "one");
        Assert.Equal((ExecutionStatus.Aborted, "Aborted", "by hand"), (ended!.Status, ended.Error, ended.Cause));
        Assert.Equal("ExecutionAborted", (await harness.EventTypesAsync())[^1]);
        await harness.Engine.StopAsync("machine", "one", "Aborted", "again", CancellationToken.None);
        await Assert.ThrowsAsync<ReleaseNotFoundException>(() => harness.Engine.StopAsync("machine", "two", "E", "C", CancellationToken.None));
    }

    [Fact]
    public async Task Stop_from_another_process_is_noticed_by_the_owner()
    {
        await using var harness = new EngineHarness();
        harness.Define("machine", Waiting);
        await harness.StartAsync("machine", "one");

        await new ExecutionControl(harness.JournalPath, harness.Time).StopAsync("machine", "one", "Aborted", "elsewhere");

        Assert.Equal(ExecutionStatus.Aborted, (await harness.Engine.WaitAsync("machine", "one", CancellationToken.None)).Status);
    }

    [Fact]
    public async Task Stop_of_an_execution_that_nobody_runs_ends_it_on_the_spot()
    {
        await using var harness = new EngineHarness();
        harness.Define("machine", Waiting);
        await harness.StartAsync("machine", "one");
        await harness.CutAsync();
        Assert.False((await harness.Journal.DescribeAsync("machine", "one"))!.HasLivingOwner);

        await new ExecutionControl(harness.JournalPath, harness.Time).StopAsync("machine", "one", "Aborted", "dead");

        Assert.Equal(ExecutionStatus.Aborted, (await harness.Journal.DescribeAsync("machine", "one"))!.Status);
        Assert.Empty(await harness.Engine.ResumeAsync(CancellationToken.None));
    }

    [Fact]
    public async Task List_gives_the_newest_first_and_filters()
    {
        await using var harness = new EngineHarness();
        harness.Define("machine", Waiting).Define("quick", Machines.One("\"Type\": \"Pass\""));
        await harness.RunAsync("quick", "a", "{}");
        await harness.StartAsync("machine", "b");
        await harness.StartAsync("machine", "c");

        Assert.Equal(["c", "b", "a"], (await harness.Journal.ListAsync()).Select(one => one.Name));
        Assert.Equal(["c"], (await harness.Journal.ListAsync(ExecutionStatus.Running, 1)).Select(one => one.Name));
        Assert.Equal(["a"], (await harness.Journal.ListAsync(ExecutionStatus.Succeeded)).Select(one => one.Name));
        Assert.Null(await harness.Journal.DescribeAsync("machine", "none"));
    }

    [Fact]
    public async Task History_can_be_followed()
    {
        await using var harness = new EngineHarness();
        harness.Define("machine", Waiting);
        await harness.StartAsync("machine", "one");
        await harness.Engine.WhenIdleAsync();
        var before = await harness.Journal.HistoryAsync("machine", "one");
        await harness.FinishAsync();

        var after = await harness.Journal.HistoryAsync("machine", "one", before[^1].Id);

        Assert.Equal(["ExecutionStarted", "WaitStateEntered"], before.Select(one => one.Type));
        Assert.Equal(["WaitStateExited", "ExecutionSucceeded"], after.Select(one => one.Type));
        Assert.Equal([3L, 4L], after.Select(one => one.Id));
    }

    [Fact]
    public async Task A_journal_that_is_not_there_is_empty()
    {
        var journal = new Journal("/no-such-folder/journal.db");

        Assert.Empty(await journal.ListAsync());
        Assert.Null(await journal.DescribeAsync("machine", "one"));
        Assert.Empty(await journal.HistoryAsync("machine", "one"));
    }
}
