namespace BlueGreenServerless.Engine.Tests;

public sealed class IntrinsicTests
{
    [Theory]
    [InlineData("States.Format('a-{}-{}-\\{\\}', $.n, 'it\\'s')", "\"a-5-it's-{}\"")]
    [InlineData("States.Format('{}', $.o)", "\"{\\\"k\\\":1}\"")]
    [InlineData("States.JsonToString($.o)", "\"{\\\"k\\\":1}\"")]
    [InlineData("States.StringToJson('{\"a\":[1]}')", """{"a":[1]}""")]
    [InlineData("States.Array(1, 'x', null, true, $.n, States.Array())", """[1,"x",null,true,5,[]]""")]
    [InlineData("States.ArrayLength($.list)", "4")]
    [InlineData("States.ArrayGetItem($.list, 1)", "2")]
    [InlineData("States.ArrayContains($.list, 2)", "true")]
    [InlineData("States.ArrayContains($.list, 9)", "false")]
    [InlineData("States.ArrayPartition($.list, 3)", "[[1,2,2],[3]]")]
    [InlineData("States.ArrayRange(1, 9, 4)", "[1,5,9]")]
    [InlineData("States.ArrayRange(3, 1, -1)", "[3,2,1]")]
    [InlineData("States.ArrayUnique($.list)", "[1,2,3]")]
    [InlineData("States.MathAdd($.n, -7)", "-2")]
    [InlineData("States.StringSplit('a,b;c', ',;')", """["a","b","c"]""")]
    [InlineData("States.Base64Encode('blue')", "\"Ymx1ZQ==\"")]
    [InlineData("States.Base64Decode('Ymx1ZQ==')", "\"blue\"")]
    [InlineData("States.Hash('blue', 'SHA-256')", "\"16477688c0e00699c6cfa4497a3612d7e83c532062b64b250fed8908128ed548\"")]
    [InlineData("States.JsonMerge($.o, States.StringToJson('{\"k\":2,\"l\":3}'), false)", """{"k":2,"l":3}""")]
    public async Task Functions_compute(string expression, string expected)
    {
        await using var harness = new EngineHarness();

        var ended = await harness.RunAsync(Machines.Pass(Parameters(expression)), """{"n":5,"o":{"k":1},"list":[1,2,2,3]}""");

        Assert.Equal("{\"x\":" + expected + "}", ended.Output?.GetRawText() ?? ended.Cause);
    }

    [Theory]
    [InlineData("States.Format('{} {}', 1)")]
    [InlineData("States.StringToJson('{')")]
    [InlineData("States.ArrayGetItem($.list, 4)")]
    [InlineData("States.MathAdd('a', 1)")]
    [InlineData("States.Hash('blue', 'CRC')")]
    [InlineData("States.ArrayRange(1, 2000, 1)")]
    [InlineData("States.ArrayPartition($.list, 0)")]
    public async Task Functions_that_cannot_compute_fail_with_IntrinsicFailure(string expression)
    {
        await using var harness = new EngineHarness();

        var ended = await harness.RunAsync(Machines.Pass(Parameters(expression)), """{"list":[1,2,2,3]}""");

        Assert.Equal("States.IntrinsicFailure", ended.Error);
    }

    [Fact]
    public async Task UUID_and_MathRandom_use_the_engines_sources()
    {
        await using var harness = new EngineHarness { NextRandom = () => 0.999 };

        var ended = await harness.RunAsync(Machines.Pass("""{"id.$": "States.UUID()", "r.$": "States.MathRandom(1, 10)"}"""));

        Assert.True(Guid.TryParse(ended.Output!.Value.GetProperty("id").GetString(), out _));
        Assert.Equal(9, ended.Output!.Value.GetProperty("r").GetInt32());
    }

    private static string Parameters(string expression) =>
        $"{{\"x.$\": {System.Text.Json.JsonSerializer.Serialize(expression)}}}";
}
