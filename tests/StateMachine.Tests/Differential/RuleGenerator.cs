using System.Text.Json.Nodes;

namespace BlueGreenServerless.StateMachine.Tests.Differential;

/// <summary>Makes random rules for Choice states on the fields that every generated document has.</summary>
public sealed class RuleGenerator(Random random)
{
    public JsonObject Make(string next)
    {
        var rule = Test(2);
        rule["Next"] = next;
        return rule;
    }

    private JsonObject Test(int depth) => random.Next(depth > 0 ? 12 : 9) switch
    {
        0 => Compare("$.n", Pick("NumericEquals", "NumericLessThan", "NumericGreaterThanEquals"), random.Next(-2, 3)),
        1 => Compare("$.n", Pick("NumericGreaterThan", "NumericLessThanEquals"), random.Next(-2, 3)),
        2 => Compare("$.n", Pick("NumericEqualsPath", "NumericGreaterThanPath", "NumericLessThanEqualsPath"), Pick("$.list[0]", "$.o.p.q")),
        3 => Compare("$.s", Pick("StringEquals", "StringLessThan", "StringGreaterThan", "StringGreaterThanEquals"), Pick("blue", "green", "c")),
        4 => Compare("$.s", "StringMatches", Pick("bl*", "v*.*-rc", "*", "*n", "x*")),
        5 => Compare("$.b", "BooleanEquals", random.Next(2) == 0),
        6 => Compare("$.o.t", Pick("TimestampEquals", "TimestampLessThan", "TimestampGreaterThanEquals"), Pick("2026-01-31T13:00:00+01:00", "2026-02-01T00:00:00Z")),
        7 => Compare(Pick("$.n", "$.s", "$.b", "$.o.t"), Pick("IsNumeric", "IsString", "IsBoolean", "IsTimestamp"), true),
        8 => Compare(Pick("$.n", "$.none", "$.o.none.deep"), "IsPresent", true),
        9 => new JsonObject { ["Not"] = Test(depth - 1) },
        10 => new JsonObject { ["And"] = new JsonArray(Test(depth - 1), Test(depth - 1)) },
        _ => new JsonObject { ["Or"] = new JsonArray(Test(depth - 1), Test(depth - 1)) },
    };

    private static JsonObject Compare(string variable, string name, JsonNode value) => new() { ["Variable"] = variable, [name] = value };

    private T Pick<T>(params T[] of) => of[random.Next(of.Length)];
}
