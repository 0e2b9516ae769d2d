using System.Text.Json;
using BlueGreenServerless.Engine.Documents;

namespace BlueGreenServerless.Engine.Intrinsics;

internal static class JsonFunctions
{
    public static JsonElement JsonToString(Arguments arguments) => JsonText.String(JsonText.Compact(arguments.Exactly(1).Values[0]));

    public static JsonElement StringToJson(Arguments arguments) => JsonElement.Parse(arguments.Exactly(1).Text(0));

    /// <summary>The fields of both; the second wins. Deep merging is not offered by Step Functions either.</summary>
    public static JsonElement JsonMerge(Arguments arguments)
    {
        if (arguments.Exactly(3).Flag(2))
        {
            throw new FormatException("deep merging is not supported; the third argument must be false.");
        }

        var second = arguments.Object(1);
        var fields = arguments.Object(0).EnumerateObject().Where(field => !second.TryGetProperty(field.Name, out _))
            .Concat(second.EnumerateObject());
        return JsonText.Object([.. fields.Select(field => (field.Name, field.Value))]);
    }
}
