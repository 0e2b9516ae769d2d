using System.Text.Json;
using BlueGreenServerless.Engine.Language;
using BlueGreenServerless.Engine.Paths;
using BlueGreenServerless.Engine.Running;

namespace BlueGreenServerless.Engine.States;

/// <summary>A bad end, with a name and a sentence.</summary>
internal sealed class FailState(string name, Fields fields) : State(name)
{
    private readonly Words error = new(fields, "Error");
    private readonly Words cause = new(fields, "Cause");

    public override string Type => "Fail";

    public override IEnumerable<string> Targets => [];

    public override Task<Transition> RunAsync(Branch branch)
    {
        var scope = branch.Scope();
        throw new StateFailedException(error.Get(scope), cause.Get(scope));
    }

    private sealed class Words
    {
        private readonly string name;
        private readonly string? text;
        private readonly IExpression? computed;

        public Words(Fields fields, string name)
        {
            this.name = name;
            text = fields.Text(name);
            if (fields.Raw(name + "Path") is { } source)
            {
                computed = Intrinsics.ExpressionParser.Parse(source, $"the field {name}Path", fields.Report);
            }
        }

        public string Get(Scope scope)
        {
            if (computed is null)
            {
                return text ?? string.Empty;
            }

            var value = computed.Evaluate(scope);
            return value.ValueKind == JsonValueKind.String
                ? value.GetString()!
                : throw new StateFailedException(ErrorNames.Runtime, $"The field '{name}Path' finds '{value.GetRawText()}', which is not text.");
        }
    }
}
