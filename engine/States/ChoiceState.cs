using BlueGreenServerless.Engine.Choices;
using BlueGreenServerless.Engine.Language;
using BlueGreenServerless.Engine.Running;

namespace BlueGreenServerless.Engine.States;

/// <summary>The first rule that holds says where to go.</summary>
internal sealed class ChoiceState : State
{
    private readonly InOutPath inputPath;
    private readonly InOutPath outputPath;
    private readonly IReadOnlyList<ChoiceRule> rules;
    private readonly string? byDefault;

    public ChoiceState(string name, Fields fields)
        : base(name)
    {
        inputPath = InOutPath.Read(fields, "InputPath");
        outputPath = InOutPath.Read(fields, "OutputPath");
        byDefault = fields.Text("Default");
        rules = [.. fields.Objects("Choices").Select(ReadRule)];
        if (rules.Count == 0)
        {
            fields.Report("the field 'Choices' must have at least one rule");
        }
    }

    public override string Type => "Choice";

    public override IEnumerable<string> Targets => rules.Select(rule => rule.Next).Concat(byDefault is null ? [] : [byDefault]);

    public override Task<Transition> RunAsync(Branch branch)
    {
        var scope = branch.Scope();
        var seen = scope.With(inputPath.Apply(scope));
        var next = rules.FirstOrDefault(rule => rule.Condition.Holds(seen))?.Next ?? byDefault;
        return next is null
            ? throw new StateFailedException(ErrorNames.NoChoiceMatched, $"No rule of the Choice '{Name}' holds and it has no Default.")
            : Task.FromResult(new Transition(next, outputPath.Apply(seen)));
    }

    private static ChoiceRule ReadRule(Fields fields)
    {
        var rule = new ChoiceRule(ConditionReader.Read(fields), fields.RequiredText("Next"));
        fields.Done();
        return rule;
    }
}
