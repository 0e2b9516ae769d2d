using System.Text.Json;
using System.Text.Json.Serialization;
using BlueGreenServerless.Ports;

namespace BlueGreenServerless.Serialization;

/// <summary>A secret's name as a string. A refused one is not repeated: it may be the secret itself.</summary>
public sealed class SecretReferenceConverter : JsonConverter<SecretReference>
{
    public override SecretReference Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        SecretReference.TryParse(reader.GetString()) ?? throw new JsonException($"A secret must be named as {SecretReference.Allowed}; the value is not shown.");

    public override void Write(Utf8JsonWriter writer, SecretReference value, JsonSerializerOptions options) => writer.WriteStringValue(value.ToString());
}
