using System.Text.Json;
using BlueGreenServerless.Engine.Documents;

namespace BlueGreenServerless.Engine.Intrinsics;

internal static class ArrayFunctions
{
    private const int LongestRange = 1000;

    public static JsonElement Array(Arguments arguments) => JsonText.Array(arguments.Values);

    public static JsonElement ArrayPartition(Arguments arguments)
    {
        var size = arguments.Exactly(2).Integer(1);
        return size > 0
            ? JsonText.Array(arguments.Items(0).Chunk(size).Select(JsonText.Array))
            : throw new FormatException($"the size of a part is '{size}', not 1 or more.");
    }

    public static JsonElement ArrayContains(Arguments arguments)
    {
        var wanted = arguments.Exactly(2).Values[1];
        return JsonElement.Parse(arguments.Items(0).Any(item => JsonElement.DeepEquals(item, wanted)) ? "true" : "false");
    }

    /// <summary>First and last included; at most 1,000 numbers.</summary>
    public static JsonElement ArrayRange(Arguments arguments)
    {
        int first = arguments.Exactly(3).Integer(0), last = arguments.Integer(1), step = arguments.Integer(2);
        if (step == 0)
        {
            throw new FormatException("the step is '0'.");
        }

        var count = Math.Max(0, (((long)last - first) / step) + 1);
        return count <= LongestRange
            ? JsonText.Array(Enumerable.Range(0, (int)count).Select(i => JsonText.Number(first + ((long)i * step))))
            : throw new FormatException($"the range has '{count}' numbers, more than {LongestRange}.");
    }

    public static JsonElement ArrayGetItem(Arguments arguments)
    {
        var items = arguments.Exactly(2).Items(0);
        var index = arguments.Integer(1);
        return index >= 0 && index < items.Count
            ? items[index]
            : throw new FormatException($"there is no item '{index}' in an array of {items.Count}.");
    }

    public static JsonElement ArrayLength(Arguments arguments) => JsonText.Number(arguments.Exactly(1).Items(0).Count);

    public static JsonElement ArrayUnique(Arguments arguments)
    {
        var unique = new List<JsonElement>();
        foreach (var item in arguments.Exactly(1).Items(0))
        {
            if (!unique.Exists(other => JsonElement.DeepEquals(other, item)))
            {
                unique.Add(item);
            }
        }

        return JsonText.Array(unique);
    }
}
