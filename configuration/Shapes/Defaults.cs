using System.Collections;
using System.Text.Json.Nodes;

namespace BlueGreenServerless.Configuration.Shapes;

/// <summary>The value that holds when a key is left out, as people and as editors read it.</summary>
internal static class Defaults
{
    /// <returns>Null when nothing holds, or what holds has keys of its own.</returns>
    public static JsonNode? Json(KeyShape key) => key.Default is null ? null : Json(key.Shape, key.Default);

    public static string Words(KeyShape key) => (key.Required, key.Default, key.Shape) switch
    {
        (true, _, _) => "**required**",
        (_, null, _) => "unset",
        (_, { } value, ScalarShape shape) => $"`{shape.Scalar.Write(value)}`",
        (_, IEnumerable items, ListShape { Item: ScalarShape item }) when items.Cast<object>().Any() => $"`[{string.Join(", ", items.Cast<object>().Select(item.Scalar.Write))}]`",
        (_, IEnumerable items, ListShape or MapShape) => items.Cast<object>().Any() ? "see below" : "none",
        _ => "its keys' defaults",
    };

    private static JsonNode? Json(Shape shape, object value) => (shape, value) switch
    {
        (ScalarShape scalar, _) => scalar.Scalar.SchemaValue(value),
        (ListShape { Item: ScalarShape item }, IEnumerable items) => new JsonArray([.. items.Cast<object>().Select(item.Scalar.SchemaValue)]),
        (ListShape, ICollection { Count: 0 }) => new JsonArray(),
        _ => null,
    };
}
