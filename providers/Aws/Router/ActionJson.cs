using System.Text.Json;
using System.Text.Json.Serialization;

namespace BlueGreenServerless.Providers.Aws.Router;

/// <summary>The actions of listeners and rules as JSON with AWS's own names, nothing left out that is set.</summary>
internal static class ActionJson
{
    public static JsonSerializerOptions Options { get; } = Make();

    private static JsonSerializerOptions Make()
    {
        var options = new JsonSerializerOptions { DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull };
        options.Converters.Add(new ConstantConverterFactory());
        options.MakeReadOnly(populateMissingResolver: true);
        return options;
    }
}
