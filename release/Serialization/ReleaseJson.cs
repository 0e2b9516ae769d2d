using System.Text.Json;
using System.Text.Json.Serialization;

namespace BlueGreenServerless.Serialization;

/// <summary>How documents, records and options are written: camelCase, enums as words, durations as seconds, nothing for null.</summary>
public static class ReleaseJson
{
    public static JsonSerializerOptions Options { get; } = Make(indented: false);

    public static JsonSerializerOptions Indented { get; } = Make(indented: true);

    public static JsonElement ToElement<T>(T value) => JsonSerializer.SerializeToElement(value, Options);

    /// <exception cref="JsonException">The JSON is not a <typeparamref name="T"/>.</exception>
    public static T FromElement<T>(JsonElement element) =>
        element.Deserialize<T>(Options) ?? throw new JsonException($"The document is null, not a {typeof(T).Name}.");

    private static JsonSerializerOptions Make(bool indented)
    {
        var options = new JsonSerializerOptions(JsonSerializerDefaults.Web)
        {
            DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
            RespectRequiredConstructorParameters = true,
            WriteIndented = indented,
        };
        options.Converters.Add(new JsonStringEnumConverter());
        options.Converters.Add(new SecondsConverter());
        options.Converters.Add(new PercentageConverter());
        options.MakeReadOnly(populateMissingResolver: true);
        return options;
    }
}
