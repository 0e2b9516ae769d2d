namespace BlueGreenServerless.Engine.Tests;

public sealed class DefinitionTests
{
    [Theory]
    [InlineData("\"Type\": \"Pass\", \"Resutl\": 1", "state 'S': the field 'Resutl' is not known here")]
    [InlineData("\"Type\": \"Sleep\"", "state 'S': the field 'Type' is 'Sleep'")]
    [InlineData("\"Type\": \"Pass\", \"InputPath\": \"$..a\"", "state 'S': the field 'InputPath': '$..a' is not a reference path")]
    [InlineData("\"Type\": \"Pass\", \"InputPath\": \"$.a[*]\"", "'$.a[*]' is not a reference path")]
    [InlineData("\"Type\": \"Pass\", \"ResultPath\": \"$$.a\"", "The context object cannot be written to")]
    [InlineData("\"Type\": \"Pass\", \"Parameters\": {\"a\": {\"b.$\": \"States.Sum(1)\"}}", "state 'S': the field Parameters.a.b.$: in 'States.Sum(1)' the function 'States.Sum' is not known")]
    [InlineData("\"Type\": \"Pass\", \"Parameters\": {\"b.$\": 5}", "Parameters.b.$: '5' is not text")]
    [InlineData("\"Type\": \"Wait\", \"Seconds\": 1, \"SecondsPath\": \"$.a\"", "both 'Seconds' and 'SecondsPath'")]
    [InlineData("\"Type\": \"Wait\"", "exactly one of 'Seconds'")]
    [InlineData("\"Type\": \"Wait\", \"Seconds\": -1", "the field 'Seconds' is '-1'")]
    [InlineData("\"Type\": \"Task\", \"Resource\": \"arn:aws:states:::sqs:sendMessage\", \"Parameters\": {}", "the field 'Resource' is 'arn:aws:states:::sqs:sendMessage'")]
    [InlineData("\"Type\": \"Task\", \"Resource\": \"arn:aws:states:::lambda:invoke\", \"Parameters\": {\"FunctionName\": \"F\", \"Qualifier\": \"1\"}", "the field 'Parameters.Qualifier' is not known")]
    [InlineData("\"Type\": \"Task\", \"Resource\": \"arn:aws:states:::lambda:invoke\"", "the field 'Parameters.FunctionName' is missing")]
    [InlineData("\"Type\": \"Task\", \"Resource\": \"arn:aws:states:::lambda:invoke\", \"HeartbeatSeconds\": 5, \"Parameters\": {\"FunctionName\": \"F\"}", "only a task that waits for its token")]
    [InlineData("\"Type\": \"Parallel\", \"Branches\": [{\"StartAt\": \"X\", \"States\": {}}]", "state 'S', Branches[0]: StartAt is 'X'")]
    [InlineData("\"Type\": \"Parallel\", \"Branches\": [], \"Retry\": [{\"ErrorEquals\": [\"States.ALL\", \"E\"], \"Foo\": 1}]", "state 'S', Retry[0]: the field 'Foo' is not known here")]
    [InlineData("\"Type\": \"Parallel\", \"Branches\": [], \"Catch\": [{\"ErrorEquals\": [\"E\"], \"Next\": \"None\"}]", "it goes to 'None', which is not a state beside it")]
    [InlineData("\"Type\": \"Choice\", \"Choices\": [{\"Variable\": \"$.a\", \"StringEquals\": 5, \"Next\": \"S\"}]", "state 'S', Choices[0]: the field 'StringEquals' is '5'")]
    [InlineData("\"Type\": \"Choice\", \"Choices\": [{\"Variable\": \"$.a\", \"Resembles\": 5, \"Next\": \"S\"}]", "the field 'Resembles' is not known here")]
    [InlineData("\"Type\": \"Choice\", \"Choices\": [{\"And\": [{\"Variable\": \"$.a\", \"IsNull\": 1}], \"Next\": \"S\"}]", "the field 'IsNull' is '1'")]
    [InlineData("\"Type\": \"Map\", \"ItemProcessor\": {\"ProcessorConfig\": {\"Mode\": \"DISTRIBUTED\"}, \"StartAt\": \"P\", \"States\": {\"P\": {\"Type\": \"Succeed\"}}}", "state 'S', ItemProcessor: the field 'ProcessorConfig'")]
    public void Load_NamesStateAndField(string fields, string expected)
    {
        var refused = Assert.Throws<DefinitionException>(() => Load(Machines.One(fields)));

        Assert.Contains(refused.Faults, fault => fault.Contains(expected, StringComparison.Ordinal));
    }

    [Fact]
    public void Load_ReportsAllFaultsAtOnce()
    {
        var refused = Assert.Throws<DefinitionException>(() => Load("""
            {"StartAt": "None", "Owner": "me", "QueryLanguage": "JSONata", "States": {"A": {"Type": "Pass", "Next": "B", "X": 1}, "C": {"Type": "Nap"}}}
            """));

        Assert.Equal(7, refused.Faults.Count);
        Assert.StartsWith("The definition of the state machine 'm' has 7 fault(s)", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Load_ReplacesSubstitutionsAndNamesThoseWithoutValue()
    {
        var definition = StateMachineDefinition.Load(
            "m", Machines.One("\"Type\": \"Pass\", \"Result\": \"${Name}\""), new Dictionary<string, string> { ["Name"] = "say \"hi\"" });
        var refused = Assert.Throws<DefinitionException>(() => Load(Machines.One("\"Type\": \"Pass\", \"Result\": \"${Name}\"")));

        Assert.Contains("""say \u0022hi\u0022""", definition.Json, StringComparison.Ordinal);
        Assert.Contains("'${Name}' has no value", refused.Faults[0], StringComparison.Ordinal);
    }

    [Fact]
    public void Load_RefusesWhatIsNotJson() => Assert.Throws<DefinitionException>(() => Load("{"));

    private static StateMachineDefinition Load(string json) => StateMachineDefinition.Load("m", json, new Dictionary<string, string>());
}
