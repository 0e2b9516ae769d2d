using System.Text.Json;
using BlueGreenServerless.Engine.Documents;
using BlueGreenServerless.Engine.Language;
using BlueGreenServerless.Engine.Paths;
using BlueGreenServerless.Engine.Running;

namespace BlueGreenServerless.Engine.States;

/// <summary>Different states at the same time, each with a copy of the input.</summary>
internal sealed class ParallelState : FallibleState
{
    private readonly InOutPath inputPath;
    private readonly InOutPath outputPath;
    private readonly ResultPath resultPath;
    private readonly Template? parameters;
    private readonly Template? resultSelector;
    private readonly IReadOnlyList<StateGraph> graphs;

    public ParallelState(string name, Fields fields)
        : base(name, fields)
    {
        inputPath = InOutPath.Read(fields, "InputPath");
        outputPath = InOutPath.Read(fields, "OutputPath");
        resultPath = ResultPath.Read(fields);
        parameters = fields.Template("Parameters");
        resultSelector = fields.Template("ResultSelector");
        graphs = [.. fields.Objects("Branches").Select(ReadBranch)];
        if (graphs.Count == 0)
        {
            fields.Report("the field 'Branches' must have at least one branch");
        }
    }

    public override string Type => "Parallel";

    protected override string FailureEvent(string error) => "ParallelStateFailed";

    protected override async Task<JsonElement> AttemptAsync(Branch branch)
    {
        var scope = branch.Scope();
        var seen = scope.With(inputPath.Apply(scope));
        var input = parameters?.Evaluate(seen) ?? seen.Input;
        if (branch.Position.Phase != Phase.Children)
        {
            branch.Record("ParallelStateStarted");
            await branch.CommitAsync(Phase.Children);
        }

        var children = graphs.Select(graph => new Child(graph, null, () => input)).ToArray();
        var outputs = await new ChildBranches(branch, children).RunAsync(int.MaxValue);
        var result = JsonText.Array(outputs);
        branch.Record("ParallelStateSucceeded");
        var selected = resultSelector?.Evaluate(scope.With(result)) ?? result;
        return outputPath.Apply(scope.With(resultPath.Apply(branch.Input, selected)));
    }

    private static StateGraph ReadBranch(Fields fields)
    {
        var graph = StateGraph.Read(fields);
        fields.Done();
        return graph;
    }
}
