using System.Text.Json;
using System.Text.RegularExpressions;
using BlueGreenServerless.Functions;

namespace BlueGreenServerless.Conventions.Tests;

/// <summary>One word per stage, everywhere: state, folder, function, label and heading.</summary>
public sealed partial class StageNames
{
    private static readonly IReadOnlyList<string> Stages = [.. StageCatalog.All.Select(stage => stage.Name)];

    [Fact]
    public void Every_stage_has_a_folder_with_its_function()
    {
        Assert.All(Stages, stage => Assert.True(File.Exists(Path.Combine(Tree.Root, "functions", stage, stage + "Function.cs")), $"functions/{stage}/{stage}Function.cs"));
    }

    [Fact]
    public void Every_function_is_in_the_catalog()
    {
        var functions = Tree.Below("functions").Select(file => file.Path.Split('/')).Where(parts => parts.Length == 3 && parts[2] == parts[1] + "Function.cs");

        Assert.Equal(Stages.Order(StringComparer.Ordinal), functions.Select(parts => parts[1]).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Every_state_that_invokes_a_function_has_the_name_of_its_stage() =>
        Assert.All(Invocations(), call => Assert.Equal(call.State, call.Function));

    [Fact]
    public void Every_stage_but_trigger_is_a_state()
    {
        Assert.Equal(Stages.Where(stage => stage != "Trigger").Order(StringComparer.Ordinal), Invocations().Select(call => call.State).Distinct().Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Every_stage_has_a_heading_in_the_docs()
    {
        var headings = Heading().Matches(Tree.Text("docs/stages.md")).Select(match => match.Groups["stage"].Value);

        Assert.Equal(Stages.Order(StringComparer.Ordinal), headings.Order(StringComparer.Ordinal));
    }

    private static IEnumerable<(string State, string Function)> Invocations() =>
        Directory.GetFiles(Path.Combine(Tree.Root, "statemachine"), "*.asl.json")
            .SelectMany(file => States(JsonDocument.Parse(File.ReadAllText(file)).RootElement))
            .Select(state => (state.Name, FunctionName().Match(state.Value.GetRawText())))
            .Where(pair => pair.Item2.Success)
            .Select(pair => (pair.Name, pair.Item2.Groups["stage"].Value));

    private static IEnumerable<JsonProperty> States(JsonElement machine) =>
        machine.GetProperty("States").EnumerateObject().SelectMany(state =>
            state.Value.TryGetProperty("ItemProcessor", out var inner) ? States(inner) : [state]);

    [GeneratedRegex(@"\$\{FunctionPrefix\}-(?<stage>[A-Za-z]+)", RegexOptions.None, 1000)]
    private static partial Regex FunctionName();

    [GeneratedRegex(@"^## (?<stage>[A-Za-z]+)$", RegexOptions.Multiline, 1000)]
    private static partial Regex Heading();
}
