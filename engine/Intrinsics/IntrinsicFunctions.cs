using System.Text.Json;

namespace BlueGreenServerless.Engine.Intrinsics;

/// <summary>The functions that a template may call.</summary>
internal static class IntrinsicFunctions
{
    public static IReadOnlyDictionary<string, Func<Arguments, JsonElement>> All { get; } =
        new Dictionary<string, Func<Arguments, JsonElement>>(StringComparer.Ordinal)
        {
            ["States.Format"] = TextFunctions.Format,
            ["States.StringSplit"] = TextFunctions.StringSplit,
            ["States.Base64Encode"] = TextFunctions.Base64Encode,
            ["States.Base64Decode"] = TextFunctions.Base64Decode,
            ["States.Hash"] = TextFunctions.Hash,
            ["States.UUID"] = TextFunctions.Uuid,
            ["States.JsonToString"] = JsonFunctions.JsonToString,
            ["States.StringToJson"] = JsonFunctions.StringToJson,
            ["States.JsonMerge"] = JsonFunctions.JsonMerge,
            ["States.Array"] = ArrayFunctions.Array,
            ["States.ArrayPartition"] = ArrayFunctions.ArrayPartition,
            ["States.ArrayContains"] = ArrayFunctions.ArrayContains,
            ["States.ArrayRange"] = ArrayFunctions.ArrayRange,
            ["States.ArrayGetItem"] = ArrayFunctions.ArrayGetItem,
            ["States.ArrayLength"] = ArrayFunctions.ArrayLength,
            ["States.ArrayUnique"] = ArrayFunctions.ArrayUnique,
            ["States.MathAdd"] = MathFunctions.MathAdd,
            ["States.MathRandom"] = MathFunctions.MathRandom,
        };
}
