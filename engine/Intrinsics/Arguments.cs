using System.Text.Json;
using BlueGreenServerless.Engine.Paths;

namespace BlueGreenServerless.Engine.Intrinsics;

/// <summary>The evaluated arguments of a call, read by type.</summary>
internal sealed class Arguments(IReadOnlyList<JsonElement> values, Scope scope)
{
    public Scope Scope { get; } = scope;

    public IReadOnlyList<JsonElement> Values { get; } = values;

    public int Count => Values.Count;

    public Arguments Exactly(int count) => Count == count ? this : throw new FormatException($"it takes {count} argument(s), not {Count}.");

    public string Text(int index) => Of(index, JsonValueKind.String, "text").GetString()!;

    public decimal Number(int index) => Of(index, JsonValueKind.Number, "a number").GetDecimal();

    public int Integer(int index) => (int)decimal.Truncate(Number(index));

    public IReadOnlyList<JsonElement> Items(int index) => [.. Of(index, JsonValueKind.Array, "an array").EnumerateArray()];

    public JsonElement Object(int index) => Of(index, JsonValueKind.Object, "an object");

    public bool Flag(int index) => Values[index].ValueKind is JsonValueKind.True or JsonValueKind.False
        ? Values[index].GetBoolean()
        : throw Wrong(index, "true or false");

    private JsonElement Of(int index, JsonValueKind kind, string words) =>
        index < Count && Values[index].ValueKind == kind ? Values[index] : throw Wrong(index, words);

    private FormatException Wrong(int index, string words) =>
        new($"argument {index + 1} is '{(index < Count ? Values[index].GetRawText() : "missing")}', not {words}.");
}
