using BlueGreenServerless.Failures;

namespace BlueGreenServerless.Engine.Tests;

public sealed class BranchTests
{
    [Theory]
    [InlineData("\"ItemProcessor\"", "\"ItemSelector\"")]
    [InlineData("\"Iterator\"", "\"Parameters\"")]
    public async Task Map_runs_its_states_for_each_item_and_keeps_the_order(string processor, string selector)
    {
        await using var harness = new EngineHarness();

        var ended = await harness.RunAsync(Machines.One($$"""
            "Type": "Map", "ItemsPath": "$.list", "ResultPath": "$.out",
            {{selector}}: {"i.$": "$$.Map.Item.Index", "v.$": "$$.Map.Item.Value", "k.$": "$.k"},
            {{processor}}: {"StartAt": "P", "States": {"P": {"Type": "Pass", "Parameters": {"all.$": "$", "item.$": "$$.Map.Item.Value"}, "End": true} } }
            """), """{"list":["a","b"],"k":1}""");

        Assert.Equal(
            """{"list":["a","b"],"k":1,"out":[{"all":{"i":0,"v":"a","k":1},"item":"a"},{"all":{"i":1,"v":"b","k":1},"item":"b"}]}""",
            ended.Output!.Value.GetRawText());
    }

    [Fact]
    public async Task Map_over_nothing_gives_nothing()
    {
        await using var harness = new EngineHarness();

        var ended = await harness.RunAsync(Map("\"Type\": \"Pass\""), "[]");

        Assert.Equal("[]", ended.Output!.Value.GetRawText());
        Assert.Equal(
            ["ExecutionStarted", "MapStateEntered", "MapStateStarted", "MapStateSucceeded", "MapStateExited", "SucceedStateEntered",
                "SucceedStateExited", "ExecutionSucceeded"],
            await harness.EventTypesAsync());
    }

    [Theory]
    [InlineData(0, 10)]
    [InlineData(1, 1)]
    [InlineData(3, 3)]
    public async Task MaxConcurrency_bounds_the_items_at_work(int most, int expected)
    {
        await using var harness = new EngineHarness();
        int now = 0, seen = 0;
        var full = new TaskCompletionSource();
        harness.Functions.Add("F", async (payload, _) =>
        {
            var current = Interlocked.Increment(ref now);
            InterlockedMax(ref seen, current);
            if (current == expected)
            {
                full.TrySetResult();
            }

            await full.Task;
            Interlocked.Decrement(ref now);
            return payload;
        });

        var ended = await harness.RunAsync(Map(TaskF, $"\"MaxConcurrency\": {most},"), "[0,1,2,3,4,5,6,7,8,9]");

        Assert.Equal(ExecutionStatus.Succeeded, ended.Status);
        Assert.Equal(expected, seen);
    }

    [Fact]
    public async Task An_item_that_fails_cuts_the_others_and_fails_the_Map_which_may_catch_it()
    {
        await using var harness = new EngineHarness();
        var waits = new TaskCompletionSource();
        var cut = new TaskCompletionSource();
        harness.Functions.Add("F", async (payload, token) =>
        {
            if (payload.GetInt32() == 1)
            {
                await waits.Task;
                throw new ArtifactRefusedException("no");
            }

            using var registration = token.Register(() => cut.SetResult());
            waits.SetResult();
            await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, token);
            return payload;
        });

        var ended = await harness.RunAsync(Map(TaskF, "\"Catch\": [{\"ErrorEquals\": [\"ArtifactRefusedException\"], \"Next\": \"Z\"}],"), "[0,1]");

        await cut.Task;
        Assert.Equal("ArtifactRefusedException", ended.Output!.Value.GetProperty("Error").GetString());
        Assert.Contains("MapStateFailed", await harness.EventTypesAsync());
    }

    [Fact]
    public async Task A_retried_Map_runs_all_items_again()
    {
        await using var harness = new EngineHarness();
        harness.Functions.AddFailing("F", 1, () => new ProviderUnavailableException("busy"));

        var ended = await harness.RunAsync(
            Map(TaskF, "\"MaxConcurrency\": 1, \"Retry\": [{\"ErrorEquals\": [\"States.ALL\"]}],"), "[0,1]");

        Assert.Equal("[0,1]", ended.Output!.Value.GetRawText());
        Assert.Equal(3, harness.Functions.Calls.Count);
    }

    [Fact]
    public async Task Parallel_runs_each_branch_on_the_same_input()
    {
        await using var harness = new EngineHarness();

        var ended = await harness.RunAsync(Machines.One("""
            "Type": "Parallel", "Parameters": {"n.$": "$.a"}, "ResultPath": "$.r", "ResultSelector": {"first.$": "$[0]", "second.$": "$[1].n"},
            "Branches": [
              {"StartAt": "A", "States": {"A": {"Type": "Wait", "Seconds": 5, "Next": "B"}, "B": {"Type": "Pass", "Result": "slow", "End": true} } },
              {"StartAt": "C", "States": {"C": {"Type": "Succeed"} } }]
            """), """{"a":1}""");

        Assert.Equal("""{"a":1,"r":{"first":"slow","second":1}}""", ended.Output!.Value.GetRawText());
    }

    [Fact]
    public async Task Branches_inside_branches_wait_and_end()
    {
        await using var harness = new EngineHarness();
        var inner = "{\"StartAt\": \"W\", \"States\": {\"W\": {\"Type\": \"Wait\", \"SecondsPath\": \"$\", \"End\": true}}}";

        var ended = await harness.RunAsync(Map($"\"Type\": \"Map\", \"ItemProcessor\": {inner}"), "[[1,2],[3,100]]");

        Assert.Equal("[[1,2],[3,100]]", ended.Output!.Value.GetRawText());
        Assert.Equal(100, (ended.Stopped - ended.Started)!.Value.TotalSeconds);
    }

    private const string TaskF =
        "\"Type\": \"Task\", \"Resource\": \"arn:aws:states:::lambda:invoke\", \"Parameters\": {\"FunctionName\": \"F\", \"Payload.$\": \"$\"}, \"OutputPath\": \"$.Payload\"";

    private static string Map(string itemState, string fields = "") => $$"""
        {"StartAt": "M", "States": {
          "M": {"Type": "Map", {{fields}} "ItemProcessor": {"StartAt": "P", "States": {"P": { {{itemState}}, "End": true } } }, "Next": "Z"},
          "Z": {"Type": "Succeed"} } }
        """;

    private static void InterlockedMax(ref int place, int value)
    {
        for (var seen = Volatile.Read(ref place); seen < value; seen = Volatile.Read(ref place))
        {
            Interlocked.CompareExchange(ref place, value, seen);
        }
    }
}
