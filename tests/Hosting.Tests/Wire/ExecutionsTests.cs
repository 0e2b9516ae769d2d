using System.Text.Json;
using BlueGreenServerless.Clouds.Aws.Faults;
using BlueGreenServerless.Engine;
using BlueGreenServerless.Failures;
using BlueGreenServerless.Functions.Hosting.Executions;
using BlueGreenServerless.Ports;

namespace BlueGreenServerless.Hosting.Tests.Wire;

public sealed class ExecutionsTests : IAsyncLifetime
{
    private static readonly JsonElement _input = JsonElement.Parse("""{"release":{"app":"shop","id":"shop-1"}}""");
    private OneMachine? machine;

    private OneMachine Machine => machine!;

    [Fact]
    public async Task The_same_start_again_finds_the_running_execution_and_later_a_name_that_is_taken()
    {
        var first = await StartAsync();
        Machine.Time.Advance(TimeSpan.FromMinutes(1));
        var again = await StartAsync();
        var other = await Machine.Executions.StartAsync("release", "shop-1", JsonElement.Parse("{}"), default);
        await Machine.StopAsync("shop-1");
        var closed = await StartAsync();

        Assert.Equal([StartResult.Started, StartResult.Running, StartResult.AlreadyExists, StartResult.AlreadyExists], [first, again, other, closed]);
    }

    [Fact]
    public async Task An_execution_tells_its_release_and_whether_it_runs()
    {
        await StartAsync();
        var runs = await Machine.Executions.IsRunningAsync("release", "shop-1", default);
        await Machine.StopAsync("shop-1");

        Assert.True(runs);
        Assert.False(await Machine.Executions.IsRunningAsync("release", "shop-1", default));
        Assert.Equal(new ExecutionSubject("shop", "shop-1"), await Machine.Executions.FindSubjectAsync("release", "shop-1", default));
    }

    [Theory]
    [InlineData("release", "shop-unknown")]
    [InlineData("release", "not a name")]
    public async Task An_execution_that_is_not_known_is_about_nothing(string name, string execution)
    {
        Assert.Null(await Machine.Executions.FindSubjectAsync(name, execution, default));
        Assert.False(await Machine.Executions.IsRunningAsync(name, execution, default));
    }

    [Fact]
    public async Task An_input_without_a_release_is_about_nothing()
    {
        await Machine.Executions.StartAsync("release", "other", JsonElement.Parse("""[1]"""), default);

        Assert.Null(await Machine.Executions.FindSubjectAsync("release", "other", default));
    }

    [Fact]
    public async Task A_token_is_answered_once()
    {
        await StartAsync();
        await Machine.Executions.SendTaskSuccessAsync(await Machine.Token, JsonElement.Parse("""{"approved":true}"""), default);

        Assert.Equal(ExecutionStatus.Succeeded, (await Machine.EndAsync("shop-1")).Status);
        await Assert.ThrowsAsync<ReleaseNotFoundException>(async () => await Machine.Executions.SendTaskSuccessAsync(await Machine.Token, _input, default));
    }

    [Fact]
    public async Task A_token_may_be_answered_with_a_failure()
    {
        await StartAsync();
        await Machine.Executions.SendTaskFailureAsync(await Machine.Token, "Rejected", "not today", default);

        var end = await Machine.EndAsync("shop-1");

        Assert.Equal((ExecutionStatus.Failed, "Rejected", "not today"), (end.Status, end.Error, end.Cause));
    }

    [Theory]
    [InlineData("ThrottlingException", 400)]
    [InlineData("ExecutionLimitExceeded", 400)]
    [InlineData("InternalFailure", 500)]
    public async Task Passing_trouble_is_told_as_such(string code, int status)
    {
        Machine.Aws.Faults.Add(new Fault("states", "StartExecution", FaultKind.Error) { Code = code, Status = status });

        await Assert.ThrowsAsync<ProviderUnavailableException>(StartAsync);
        Assert.Equal(StartResult.Started, await StartAsync());
    }

    /// <summary>Whoever asks again, the SDK or the state machine.</summary>
    [Fact]
    public async Task A_start_whose_answer_was_lost_is_found_again()
    {
        Machine.Aws.Faults.Add(new Fault("states", "StartExecution", FaultKind.LostReply));
        Assert.True(await Record.ExceptionAsync(StartAsync) is null or ProviderUnavailableException);
        Machine.Time.Advance(TimeSpan.FromMinutes(1));

        Assert.Equal(StartResult.Running, await StartAsync());
    }

    [Theory]
    [InlineData("release", "AccessDeniedException")]
    [InlineData("unknown", "StateMachineDoesNotExist")]
    public async Task A_definite_no_is_refused_with_its_code(string name, string code)
    {
        if (name == "release")
        {
            Machine.Aws.Faults.Deny("states", "StartExecution");
        }

        var refused = await Assert.ThrowsAsync<ProviderRefusedException>(() => Machine.Executions.StartAsync(name, "shop-1", _input, default));

        Assert.Contains($"'{code}'", refused.Message, StringComparison.Ordinal);
    }

    public async ValueTask InitializeAsync() => machine = await OneMachine.StartAsync();

    public ValueTask DisposeAsync() => machine!.DisposeAsync();

    private Task<StartResult> StartAsync() => Machine.Executions.StartAsync("release", "shop-1", _input, default);
}
