using System.Text.Json;
using System.Text.Json.Serialization;

namespace Amazon.Lambda.Serialization.SystemTextJson.Converters;

/// <summary>Reads ISO 8601 text or time since 1970; a number that would lie after the year 5000 in seconds is taken as milliseconds.</summary>
public class DateTimeConverter : JsonConverter<DateTime>
{
    private const long SecondsToYear5000 = 95617584000;

    public override DateTime Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType == JsonTokenType.String)
            return reader.TryGetDateTime(out var time) ? time : throw new JsonException($"\"{reader.GetString()}\" is not a date.");
        var number = reader.GetDouble();
        return Math.Abs(number) > SecondsToYear5000 ? DateTime.UnixEpoch.AddMilliseconds(number) : DateTime.UnixEpoch.AddSeconds(number);
    }

    public override void Write(Utf8JsonWriter writer, DateTime value, JsonSerializerOptions options) => writer.WriteStringValue(value);
}
