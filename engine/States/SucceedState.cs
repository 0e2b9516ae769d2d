using BlueGreenServerless.Engine.Language;
using BlueGreenServerless.Engine.Running;

namespace BlueGreenServerless.Engine.States;

/// <summary>A good end.</summary>
internal sealed class SucceedState(string name, Fields fields) : State(name)
{
    private readonly InOutPath inputPath = InOutPath.Read(fields, "InputPath");
    private readonly InOutPath outputPath = InOutPath.Read(fields, "OutputPath");

    public override string Type => "Succeed";

    public override IEnumerable<string> Targets => [];

    public override Task<Transition> RunAsync(Branch branch)
    {
        var scope = branch.Scope();
        return Task.FromResult(new Transition(null, outputPath.Apply(scope.With(inputPath.Apply(scope)))));
    }
}
