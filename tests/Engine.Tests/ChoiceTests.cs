namespace BlueGreenServerless.Engine.Tests;

public sealed class ChoiceTests
{
    [Theory]
    [InlineData("\"StringEquals\": \"b\"", "\"b\"", true)]
    [InlineData("\"StringEquals\": \"b\"", "1", false)]
    [InlineData("\"StringLessThan\": \"b\"", "\"a\"", true)]
    [InlineData("\"StringGreaterThan\": \"B\"", "\"a\"", true)]
    [InlineData("\"StringLessThanEquals\": \"b\"", "\"c\"", false)]
    [InlineData("\"StringGreaterThanEquals\": \"b\"", "\"b\"", true)]
    [InlineData("\"NumericEquals\": 1", "1.0", true)]
    [InlineData("\"NumericLessThan\": 1", "1", false)]
    [InlineData("\"NumericGreaterThan\": 1", "1.5", true)]
    [InlineData("\"NumericLessThanEquals\": 1", "1", true)]
    [InlineData("\"NumericGreaterThanEquals\": 1", "0", false)]
    [InlineData("\"NumericEquals\": 1", "\"1\"", false)]
    [InlineData("\"BooleanEquals\": true", "true", true)]
    [InlineData("\"BooleanEquals\": false", "true", false)]
    [InlineData("\"TimestampEquals\": \"2026-01-01T00:00:00Z\"", "\"2026-01-01T01:00:00+01:00\"", true)]
    [InlineData("\"TimestampLessThan\": \"2026-01-01T00:00:00Z\"", "\"2025-12-31T23:59:59.999Z\"", true)]
    [InlineData("\"TimestampGreaterThan\": \"2026-01-01T00:00:00Z\"", "\"tomorrow\"", false)]
    [InlineData("\"TimestampLessThanEquals\": \"2026-01-01T00:00:00Z\"", "\"2026-01-01T00:00:00Z\"", true)]
    [InlineData("\"TimestampGreaterThanEquals\": \"2026-01-01T00:00:00Z\"", "\"2027-01-01T00:00:00Z\"", true)]
    [InlineData("\"StringMatches\": \"v*.*-rc\"", "\"v1.2-rc\"", true)]
    [InlineData("\"StringMatches\": \"v*.*-rc\"", "\"v12-rc\"", false)]
    [InlineData("\"StringMatches\": \"*ab*ab\"", "\"xab\"", false)]
    [InlineData("\"StringMatches\": \"a\\\\*b\"", "\"a*b\"", true)]
    [InlineData("\"StringMatches\": \"a\\\\*b\"", "\"axb\"", false)]
    [InlineData("\"IsNull\": true", "null", true)]
    [InlineData("\"IsNull\": false", "null", false)]
    [InlineData("\"IsPresent\": true", "null", true)]
    [InlineData("\"IsString\": true", "\"a\"", true)]
    [InlineData("\"IsNumeric\": true", "\"1\"", false)]
    [InlineData("\"IsBoolean\": true", "false", true)]
    [InlineData("\"IsTimestamp\": true", "\"2026-01-01T00:00:00Z\"", true)]
    [InlineData("\"IsTimestamp\": true", "\"2026-01-01\"", false)]
    [InlineData("\"StringEqualsPath\": \"$.other.s\"", "\"b\"", true)]
    [InlineData("\"NumericGreaterThanPath\": \"$.other.n\"", "6", true)]
    [InlineData("\"BooleanEqualsPath\": \"$.other.b\"", "true", true)]
    [InlineData("\"TimestampLessThanPath\": \"$.other.t\"", "\"2026-01-01T00:00:00Z\"", true)]
    public Task Operators(string test, string value, bool holds) => Chooses("\"Variable\": \"$.v\", " + test, value, holds);

    [Theory]
    [InlineData("\"And\": [{\"Variable\": \"$.v\", \"NumericGreaterThan\": 1}, {\"Variable\": \"$.v\", \"NumericLessThan\": 3}]", "2", true)]
    [InlineData("\"And\": [{\"Variable\": \"$.v\", \"NumericGreaterThan\": 1}, {\"Variable\": \"$.v\", \"NumericLessThan\": 3}]", "3", false)]
    [InlineData("\"Or\": [{\"Variable\": \"$.v\", \"NumericEquals\": 1}, {\"Variable\": \"$.v\", \"NumericEquals\": 3}]", "3", true)]
    [InlineData("\"Not\": {\"Variable\": \"$.v\", \"NumericEquals\": 1}", "3", true)]
    [InlineData("\"And\": [{\"Variable\": \"$.none\", \"IsPresent\": true}, {\"Variable\": \"$.none\", \"StringEquals\": \"a\"}]", "3", false)]
    [InlineData("\"Variable\": \"$.none.deep\", \"IsPresent\": false", "3", true)]
    public Task Combinations(string rule, string value, bool holds) => Chooses(rule, value, holds);

    [Fact]
    public async Task Without_a_rule_that_holds_and_a_default_it_fails()
    {
        await using var harness = new EngineHarness();

        var ended = await harness.RunAsync(Machine("\"Variable\": \"$.v\", \"NumericEquals\": 1", withDefault: false), """{"v":2}""");

        Assert.Equal("States.NoChoiceMatched", ended.Error);
    }

    [Fact]
    public async Task A_variable_that_is_missing_fails_the_execution()
    {
        await using var harness = new EngineHarness();

        var ended = await harness.RunAsync(Machine("\"Variable\": \"$.none\", \"NumericEquals\": 1"), "{}");

        Assert.Equal("States.Runtime", ended.Error);
    }

    private static string Machine(string rule, bool withDefault = true) => $$"""
        {"StartAt": "C", "States": {
          "C": {"Type": "Choice", "Choices": [ { {{rule}}, "Next": "Yes" } ]{{(withDefault ? ", \"Default\": \"No\"" : "")}} },
          "Yes": {"Type": "Pass", "Result": true, "End": true},
          "No": {"Type": "Pass", "Result": false, "End": true} } }
        """;

    private static async Task Chooses(string rule, string value, bool holds)
    {
        await using var harness = new EngineHarness();
        var input = $$"""{"v": {{value}}, "other": {"s": "b", "n": 5, "b": true, "t": "2027-01-01T00:00:00Z"} }""";

        var ended = await harness.RunAsync(Machine(rule), input);

        Assert.Equal(holds, ended.Output?.GetBoolean());
    }
}
