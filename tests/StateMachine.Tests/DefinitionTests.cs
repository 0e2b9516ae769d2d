using System.Text.Json.Nodes;
using BlueGreenServerless.StateMachine.Tests.Linting;

namespace BlueGreenServerless.StateMachine.Tests;

public sealed class DefinitionTests
{
    public static TheoryData<string> Machines => [.. Repository.Machines];

    [Theory]
    [MemberData(nameof(Machines))]
    public void The_definition_keeps_every_rule(string machine) => Assert.Empty(Linter.Check(Repository.Text(machine)));

    [Theory]
    [MemberData(nameof(Machines))]
    public void The_engine_knows_everything_in_it(string machine) => Assert.Equal(machine, Repository.Load(machine).Name);

    [Fact]
    public void There_are_no_other_definitions() => Assert.Equal(
        Repository.Machines.Select(Repository.PathOf),
        Directory.GetFiles(Path.Combine(Repository.Root, "statemachine"), "*.asl.json").Order(StringComparer.Ordinal));

    [Theory]
    [InlineData("NextExists", "Decide.Next", "\"Nowhere\"")]
    [InlineData("Reachable", "WaitBeforeObserve.Next", "\"Decide\"")]
    [InlineData("Terminating", "ReleaseCompleted", """{"Type": "Pass", "Comment": "c", "Next": "ReleaseCompleted"}""")]
    [InlineData("TaskTimeout", "Plan.TimeoutSeconds", null)]
    [InlineData("TwoRetriers", "Plan.Retry", "[]")]
    [InlineData("TwoRetriers", "Plan.Retry.0.ErrorEquals.0", "\"States.Timeout\"")]
    [InlineData("OneCatcher", "Plan.Catch", null)]
    [InlineData("OneCatcher", "Plan.Catch.0.ErrorEquals.0", "\"ProviderRefusedException\"")]
    [InlineData("RetryNotAll", "Plan.Retry.1.ErrorEquals.0", "\"States.ALL\"")]
    [InlineData("Stage", "Plan.Parameters.FunctionName", "\"${FunctionPrefix}-Planning\"")]
    [InlineData("Stage", "Plan.Parameters.FunctionName", "\"${FunctionPrefix}-Decide\"")]
    [InlineData("ErrorName", "Plan.Retry.1.ErrorEquals.0", "\"ProviderUnavailable\"")]
    [InlineData("ErrorName", "Plan.Catch.0.ErrorEquals.0", "\"States.TaskFailedId\"")]
    [InlineData("PascalCase", "Wait_for_it", """{"Type": "Succeed"}""")]
    [InlineData("Comment", "Plan.Comment", null)]
    [InlineData("ReferencePath", "WaitBeforeObserve.SecondsPath", "\"$..waitSeconds\"")]
    [InlineData("ReferencePath", "WhatNext.Choices.0.Variable", "\"$.targets[*].verdict\"")]
    [InlineData("NoArn", "Plan.Parameters.FunctionName", "\"arn:aws:lambda:eu-west-1:123456789012:function:Plan\"")]
    public void A_rule_catches_what_breaks_it(string rule, string place, string? value)
    {
        var machine = JsonNode.Parse(Repository.Text("release"))!;
        Put(machine["States"]!, place.Split('.'), value);

        Assert.Contains(Linter.Check(machine.ToJsonString()), problem => problem.StartsWith(rule + ": ", StringComparison.Ordinal));
    }

    [Fact]
    public void A_machine_without_timeout_is_caught()
    {
        var machine = JsonNode.Parse(Repository.Text("standby"))!.AsObject();
        machine.Remove("TimeoutSeconds");

        Assert.Equal(["MachineTimeout: the machine has no TimeoutSeconds"], Linter.Check(machine.ToJsonString()));
    }

    private static void Put(JsonNode at, string[] place, string? value)
    {
        foreach (var step in place[..^1])
        {
            at = int.TryParse(step, out var index) ? at[index]! : at[step]!;
        }

        if (at is JsonArray array)
        {
            array[int.Parse(place[^1])] = JsonNode.Parse(value!);
        }
        else if (value is null)
        {
            at.AsObject().Remove(place[^1]);
        }
        else
        {
            at[place[^1]] = JsonNode.Parse(value);
        }
    }
}
