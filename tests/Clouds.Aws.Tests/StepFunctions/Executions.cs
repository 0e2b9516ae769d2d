using BlueGreenServerless.Testing.Hosts;

namespace BlueGreenServerless.Clouds.Aws.Tests.StepFunctions;

public sealed class Executions
{
    [Fact]
    public async Task An_execution_runs_to_its_end_and_tells_its_history()
    {
        await using var aws = await OneMachine.StartAsync();
        var arn = await aws.StartExecutionAsync("one", """{"a": 1}""");
        await aws.Command.JsonAsync("stepfunctions", "send-task-success", "--task-token", await aws.Token, "--task-output", """{"yes":true}""");
        await Eventually.HoldsAsync(async () => await StatusAsync(aws, arn) == "SUCCEEDED");

        var execution = await aws.Command.JsonAsync("stepfunctions", "describe-execution", "--execution-arn", arn);
        var history = (await aws.Command.JsonAsync("stepfunctions", "get-execution-history", "--execution-arn", arn))["events"]!.AsArray();
        var listed = await aws.Command.JsonAsync("stepfunctions", "list-executions", "--state-machine-arn", OneMachine.Arn, "--status-filter", "SUCCEEDED");

        Assert.Equal("""{"yes":true}""", execution["output"]!.ToString());
        Assert.Equal("""{"a": 1}""", execution["input"]!.ToString());
        Assert.Equal(("ExecutionStarted", "ExecutionSucceeded"), (history[0]!["type"]!.ToString(), history[^1]!["type"]!.ToString()));
        Assert.Equal("Ask", history.First(row => row!["type"]!.ToString() == "TaskStateEntered")!["stateEnteredEventDetails"]!["name"]!.ToString());
        Assert.Equal(arn, Assert.Single(listed["executions"]!.AsArray())!["executionArn"]!.ToString());
    }

    [Fact]
    public async Task The_same_name_is_the_same_execution_while_it_runs_with_the_same_input_and_taken_otherwise()
    {
        await using var aws = await OneMachine.StartAsync();
        var first = await aws.StartExecutionAsync("one", """{"a":1}""");
        var again = await aws.StartExecutionAsync("one", """{"a":1}""");
        var other = await aws.Command.FailureAsync("stepfunctions", "start-execution", "--state-machine-arn", OneMachine.Arn, "--name", "one", "--input", "{}");

        await aws.Command.JsonAsync("stepfunctions", "stop-execution", "--execution-arn", first, "--error", "Aborted", "--cause", "by hand");
        var closed = await aws.Command.FailureAsync("stepfunctions", "start-execution", "--state-machine-arn", OneMachine.Arn, "--name", "one", "--input", """{"a":1}""");
        var stopped = await aws.Command.JsonAsync("stepfunctions", "describe-execution", "--execution-arn", first);

        Assert.Equal(first, again);
        Assert.Contains("(ExecutionAlreadyExists)", other, StringComparison.Ordinal);
        Assert.Contains("(ExecutionAlreadyExists)", closed, StringComparison.Ordinal);
        Assert.Equal(("ABORTED", "by hand"), (stopped["status"]!.ToString(), stopped["cause"]!.ToString()));
    }

    [Fact]
    public async Task What_is_wrong_is_said_with_the_service_s_own_error()
    {
        await using var aws = await OneMachine.StartAsync();
        string[] start = ["stepfunctions", "start-execution", "--state-machine-arn"];

        Assert.Contains("(StateMachineDoesNotExist)", await aws.Command.FailureAsync([.. start, OneMachine.Arn + "x"]), StringComparison.Ordinal);
        Assert.Contains("(InvalidArn)", await aws.Command.FailureAsync([.. start, "ask"]), StringComparison.Ordinal);
        Assert.Contains("(InvalidName)", await aws.Command.FailureAsync([.. start, OneMachine.Arn, "--name", "a b"]), StringComparison.Ordinal);
        Assert.Contains("(InvalidExecutionInput)", await aws.Command.FailureAsync([.. start, OneMachine.Arn, "--input", "{"]), StringComparison.Ordinal);
        Assert.Contains("(ExecutionDoesNotExist)", await aws.Command.FailureAsync("stepfunctions", "describe-execution", "--execution-arn", "arn:aws:states:eu-west-1:123456789012:execution:ask:none"), StringComparison.Ordinal);
        Assert.Contains("(TaskTimedOut)", await aws.Command.FailureAsync("stepfunctions", "send-task-heartbeat", "--task-token", "none"), StringComparison.Ordinal);
        Assert.Equal("ask", (await aws.Command.JsonAsync("stepfunctions", "list-state-machines"))["stateMachines"]![0]!["name"]!.ToString());
        Assert.Contains("StartAt", (await aws.Command.JsonAsync("stepfunctions", "describe-state-machine", "--state-machine-arn", OneMachine.Arn))["definition"]!.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_end_of_an_execution_is_told_to_EventBridge()
    {
        await using var aws = await OneMachine.StartAsync();
        var told = new System.Collections.Concurrent.ConcurrentQueue<string>();
        aws.Watched.Aws.Events.Subscribe(happened =>
        {
            told.Enqueue($"{happened["detail-type"]}: {happened["detail"]!["status"]}");
            return Task.CompletedTask;
        });

        var arn = await aws.StartExecutionAsync("one", "{}");
        await aws.Command.JsonAsync("stepfunctions", "stop-execution", "--execution-arn", arn);

        await Eventually.HoldsAsync(() => told.Contains("Step Functions Execution Status Change: ABORTED"));
        Assert.Contains("Step Functions Execution Status Change: RUNNING", told);
    }

    private static async Task<string> StatusAsync(OneMachine aws, string arn) =>
        (await aws.Command.JsonAsync("stepfunctions", "describe-execution", "--execution-arn", arn))["status"]!.ToString();
}
