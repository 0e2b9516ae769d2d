using System.Globalization;
using System.Text.Json;
using BlueGreenServerless.Failures;

namespace BlueGreenServerless.Functions.Hosting.Events;

/// <summary>Reads the fields of an event from outside: of the expected kind and of bounded length, or refused by name.</summary>
internal static class EventField
{
    private const int ShownLength = 80;

    /// <exception cref="InvalidRequestException">The field is not there, no text, empty or too long.</exception>
    public static string Text(JsonElement parent, string name, int maxLength = 256) =>
        OptionalText(parent, name, maxLength) is { Length: > 0 } text ? text : throw Refused(name, "nothing", $"1 to {maxLength} characters of text");

    public static string? OptionalText(JsonElement parent, string name, int maxLength = 256)
    {
        if (parent.ValueKind != JsonValueKind.Object || !parent.TryGetProperty(name, out var field) || field.ValueKind == JsonValueKind.Null)
        {
            return null;
        }

        var text = field.ValueKind == JsonValueKind.String ? Unescaped(field, name) : throw Refused(name, field.GetRawText(), "text");
        return text.Length <= maxLength ? text : throw Refused(name, text, $"at most {maxLength} characters");
    }

    public static JsonElement Object(JsonElement parent, string name) =>
        parent.ValueKind == JsonValueKind.Object && parent.TryGetProperty(name, out var field) && field.ValueKind == JsonValueKind.Object
            ? field : throw Refused(name, "nothing", "an object");

    /// <summary>ISO 8601; CloudWatch writes the offset without a colon.</summary>
    public static DateTimeOffset Time(JsonElement parent, string name)
    {
        var text = Text(parent, name, 64);
        string[] forms = ["yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFzzz"];
        var colon = text.Length > 5 && text[^5] is '+' or '-' ? text.Insert(text.Length - 2, ":") : text;
        return DateTimeOffset.TryParseExact(colon, forms, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time)
            ? time : throw Refused(name, text, "a time as in ISO 8601");
    }

    public static InvalidRequestException Refused(string name, string value, string allowed) => new(
        $"The field '{name}' of the event has the value '{Shown(value)}'. Allowed is {allowed}. Correct what sends the event.");

    /// <summary>Short and without control characters, for messages.</summary>
    public static string Shown(string value)
    {
        var head = value.Length > ShownLength ? value[..ShownLength] + "…" : value;
        return string.Concat(head.Select(character => char.IsControl(character) || char.IsSurrogate(character) ? '?' : character));
    }

    private static string Unescaped(JsonElement field, string name)
    {
        try
        {
            return field.GetString()!;
        }
        catch (InvalidOperationException broken)
        {
            throw new InvalidRequestException($"The field '{name}' of the event is '{Shown(broken.Message)}'. Allowed is valid Unicode. Correct what sends the event.", broken);
        }
    }
}
