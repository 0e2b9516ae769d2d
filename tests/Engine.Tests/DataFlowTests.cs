using System.Text.Json;

namespace BlueGreenServerless.Engine.Tests;

public sealed class DataFlowTests
{
    [Theory]
    [InlineData("""{"x.$": "$.a.b[1]['c d']"}""", """{"a":{"b":[0,{"c d":7}]}}""", """{"x":7}""")]
    [InlineData("""{"x": {"y": ["$.a", {"z.$": "$.a"}]}}""", """{"a":1}""", """{"x":{"y":["$.a",{"z":1}]}}""")]
    [InlineData("""{"x.$": "$$.Execution.Input.a", "n.$": "$$.Execution.Name", "s.$": "$$.State.Name", "m.$": "$$.StateMachine.Name", "r.$": "$$.State.RetryCount"}""", """{"a":1}""", """{"x":1,"n":"one","s":"S","m":"machine","r":0}""")]
    [InlineData("""{"t.$": "$$.Execution.StartTime", "e.$": "$$.State.EnteredTime", "i.$": "$$.Execution.Id"}""", "{}", """{"t":"2026-01-01T00:00:00.000Z","e":"2026-01-01T00:00:00.000Z","i":"arn:aws:states:local:000000000000:execution:machine:one"}""")]
    public Task Parameters_TakeFromInputAndContext(string parameters, string input, string expected) =>
        OutputIs(Machines.Pass(parameters), input, expected);

    [Theory]
    [InlineData("\"Result\": {\"r\": 1}", """{"a":1}""", """{"r":1}""")]
    [InlineData("\"Result\": 1, \"ResultPath\": \"$.x.y\"", """{"a":1}""", """{"a":1,"x":{"y":1}}""")]
    [InlineData("\"Result\": 1, \"ResultPath\": \"$.a[1]\"", """{"a":[0,0]}""", """{"a":[0,1]}""")]
    [InlineData("\"Result\": 1, \"ResultPath\": null", """{"a":1}""", """{"a":1}""")]
    [InlineData("\"InputPath\": \"$.a\"", """{"a":{"b":2}}""", """{"b":2}""")]
    [InlineData("\"InputPath\": null", """{"a":{"b":2}}""", "{}")]
    [InlineData("\"OutputPath\": null", """{"a":{"b":2}}""", "{}")]
    [InlineData("\"OutputPath\": \"$.a.b\"", """{"a":{"b":2}}""", "2")]
    [InlineData("\"InputPath\": \"$.failure\", \"ResultPath\": \"$.target.failure\", \"OutputPath\": \"$.target\"", """{"failure":{"Error":"E"},"target":{"name":"t"}}""", """{"name":"t","failure":{"Error":"E"}}""")]
    [InlineData("\"InputPath\": \"$$.Execution.Input.a\"", """{"a":1}""", "1")]
    public Task Pass_Shapes(string fields, string input, string expected) =>
        OutputIs(Machines.One("\"Type\": \"Pass\", " + fields), input, expected);

    [Theory]
    [InlineData("\"Type\": \"Pass\", \"Parameters\": {\"x.$\": \"$.none\"}", "{}", "States.ParameterPathFailure")]
    [InlineData("\"Type\": \"Pass\", \"InputPath\": \"$.none\"", "{}", "States.Runtime")]
    [InlineData("\"Type\": \"Pass\", \"OutputPath\": \"$.none\"", "{}", "States.Runtime")]
    [InlineData("\"Type\": \"Pass\", \"Result\": 1, \"ResultPath\": \"$.a.b\"", """{"a":"text"}""", "States.ResultPathMatchFailure")]
    [InlineData("\"Type\": \"Pass\", \"Result\": 1, \"ResultPath\": \"$.a[3]\"", """{"a":[]}""", "States.ResultPathMatchFailure")]
    [InlineData("\"Type\": \"Wait\", \"SecondsPath\": \"$.s\"", """{"s":"soon"}""", "States.Runtime")]
    [InlineData("\"Type\": \"Wait\", \"TimestampPath\": \"$.s\"", """{"s":"2026-01-01 12:00"}""", "States.Runtime")]
    [InlineData("\"Type\": \"Map\", \"ItemsPath\": \"$.s\", \"ItemProcessor\": {\"StartAt\": \"P\", \"States\": {\"P\": {\"Type\": \"Pass\", \"End\": true}}}", """{"s":1}""", "States.Runtime")]
    public async Task A_document_without_what_a_field_needs_fails_with_its_name(string fields, string input, string error)
    {
        await using var harness = new EngineHarness();

        var ended = await harness.RunAsync(Machines.One(fields), input);

        Assert.Equal(ExecutionStatus.Failed, ended.Status);
        Assert.Equal(error, ended.Error);
    }

    [Fact]
    public async Task ResultSelector_shapes_the_result_before_ResultPath()
    {
        await using var harness = new EngineHarness();
        harness.Functions.Add("F", _ => EngineHarness.Json("""{"n":5}"""));

        var ended = await harness.RunAsync(Machines.One("""
            "Type": "Task", "Resource": "arn:aws:states:::lambda:invoke", "Parameters": {"FunctionName": "F"},
            "ResultSelector": {"n.$": "$.Payload.n", "code.$": "$.StatusCode"}, "ResultPath": "$.r"
            """), """{"a":1}""");

        Assert.Equal("""{"a":1,"r":{"n":5,"code":200}}""", ended.Output!.Value.GetRawText());
    }

    [Fact]
    public async Task A_result_of_more_than_256_KiB_fails_and_States_ALL_does_not_take_it()
    {
        await using var harness = new EngineHarness();
        harness.Functions.Add("F", _ => EngineHarness.Json("\"" + new string('x', 256 * 1024) + "\""));

        var ended = await harness.RunAsync(Machines.Task("""
            "Catch": [{"ErrorEquals": ["States.ALL"], "Next": "S"}]
            """));

        Assert.Equal("States.DataLimitExceeded", ended.Error);
    }

    private static async Task OutputIs(string machine, string input, string expected)
    {
        await using var harness = new EngineHarness();

        var ended = await harness.RunAsync(machine, input);

        Assert.True(ended.Output is { } output && JsonElement.DeepEquals(EngineHarness.Json(expected), output), $"{ended.Output} {ended.Error} {ended.Cause}");
    }
}
