using System.Text.Json;
using BlueGreenServerless.Engine.Language;
using BlueGreenServerless.Engine.Paths;
using BlueGreenServerless.Engine.Running;

namespace BlueGreenServerless.Engine.States;

/// <summary>Shapes the document.</summary>
internal sealed class PassState : State
{
    private readonly InOutPath inputPath;
    private readonly InOutPath outputPath;
    private readonly ResultPath resultPath;
    private readonly Template? parameters;
    private readonly JsonElement? result;
    private readonly string? next;

    public PassState(string name, Fields fields)
        : base(name)
    {
        inputPath = InOutPath.Read(fields, "InputPath");
        outputPath = InOutPath.Read(fields, "OutputPath");
        resultPath = ResultPath.Read(fields);
        parameters = fields.Template("Parameters");
        result = fields.Raw("Result");
        next = ReadNext(fields);
    }

    public override string Type => "Pass";

    public override IEnumerable<string> Targets => next is null ? [] : [next];

    public override Task<Transition> RunAsync(Branch branch)
    {
        var scope = branch.Scope();
        var input = inputPath.Apply(scope);
        var made = parameters?.Evaluate(scope.With(input)) ?? input;
        var output = resultPath.Apply(branch.Input, result ?? made);
        return Task.FromResult(new Transition(next, outputPath.Apply(scope.With(output))));
    }
}
