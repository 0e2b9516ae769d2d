using System.Text.Json;
using BlueGreenServerless.Engine.Documents;
using BlueGreenServerless.Engine.Language;
using BlueGreenServerless.Engine.Paths;

namespace BlueGreenServerless.Engine.Choices;

/// <summary>Reads the rules of a Choice.</summary>
internal static class ConditionReader
{
    private static readonly NotCondition Never = new(new AllConditions([]));

    /// <summary>The condition; what is wrong is reported.</summary>
    public static ICondition Read(Fields fields)
    {
        if (fields.Has("And"))
        {
            return new AllConditions(ReadMany(fields, "And"));
        }

        if (fields.Has("Or"))
        {
            return new AnyCondition(ReadMany(fields, "Or"));
        }

        if (fields.Raw("Not") is { } negated)
        {
            return new NotCondition(ReadInner(fields.Inner(negated, "Not")));
        }

        return ReadTest(fields);
    }

    private static List<ICondition> ReadMany(Fields fields, string name)
    {
        var inner = fields.Objects(name).Select(ReadInner).ToList();
        if (inner.Count == 0)
        {
            fields.Report($"the field '{name}' must have at least one rule");
        }

        return inner;
    }

    private static ICondition ReadInner(Fields fields)
    {
        var condition = Read(fields);
        fields.Done();
        return condition;
    }

    private static ICondition ReadTest(Fields fields)
    {
        fields.RequiredText("Variable");
        var variable = fields.Path("Variable");
        var operators = fields.Names.Where(IsOperator).ToArray();
        if (operators.Length != 1)
        {
            fields.Report($"it must have exactly one operator, not {operators.Length}. Known are IsPresent, "
                + string.Join(", ", KindCondition.Tests.Keys.Concat(Comparison.All.Keys)) + " and the comparisons with Path at their end");
        }

        return variable is null || operators.Length != 1 ? Never : ReadOperator(fields, variable, operators[0]);
    }

    private static ICondition ReadOperator(Fields fields, ReferencePath variable, string name)
    {
        if (name == "IsPresent")
        {
            return new PresenceCondition(variable, fields.Flag(name) ?? true);
        }

        if (KindCondition.Tests.TryGetValue(name, out var test))
        {
            return new KindCondition(variable, test, fields.Flag(name) ?? true);
        }

        if (Comparison.All.TryGetValue(name, out var comparison))
        {
            return new ComparisonCondition(variable, comparison, ReadValue(fields, comparison), null);
        }

        return new ComparisonCondition(variable, Comparison.All[name[..^4]], null, fields.Path(name) ?? variable);
    }

    private static JsonElement ReadValue(Fields fields, Comparison comparison)
    {
        var value = fields.Raw(comparison.Name) ?? JsonText.Null;
        if (!comparison.Accepts(value))
        {
            fields.Wrong(comparison.Name, value, "a value of the type that the operator's name says");
        }

        return value;
    }

    private static bool IsOperator(string name) =>
        name == "IsPresent" || KindCondition.Tests.ContainsKey(name) || Comparison.All.ContainsKey(name)
        || (name.EndsWith("Path", StringComparison.Ordinal) && name != "StringMatchesPath" && Comparison.All.ContainsKey(name[..^4]));
}
