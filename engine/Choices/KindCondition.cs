using System.Text.Json;
using BlueGreenServerless.Engine.Paths;

namespace BlueGreenServerless.Engine.Choices;

/// <summary>IsNull, IsString, IsNumeric, IsBoolean, IsTimestamp.</summary>
internal sealed class KindCondition(ReferencePath variable, Func<JsonElement, bool> test, bool expected) : ICondition
{
    public static IReadOnlyDictionary<string, Func<JsonElement, bool>> Tests { get; } =
        new Dictionary<string, Func<JsonElement, bool>>(StringComparer.Ordinal)
        {
            ["IsNull"] = value => value.ValueKind == JsonValueKind.Null,
            ["IsString"] = value => value.ValueKind == JsonValueKind.String,
            ["IsNumeric"] = value => value.ValueKind == JsonValueKind.Number,
            ["IsBoolean"] = value => value.ValueKind is JsonValueKind.True or JsonValueKind.False,
            ["IsTimestamp"] = value => Timestamps.Parse(value) is not null,
        };

    public bool Holds(Scope scope) => test(scope.Get(variable, "Variable")) == expected;
}
