using System.Text.Json;
using System.Text.Json.Serialization;
using BlueGreenServerless.Plans;

namespace BlueGreenServerless.Serialization;

/// <summary>A share as a number from 0 to 1.</summary>
public sealed class PercentageConverter : JsonConverter<Percentage>
{
    public override Percentage Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => new(reader.GetDouble());

    public override void Write(Utf8JsonWriter writer, Percentage value, JsonSerializerOptions options) => writer.WriteNumberValue(value.Share);
}
