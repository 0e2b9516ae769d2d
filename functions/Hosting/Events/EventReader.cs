using System.Text.Json;
using BlueGreenServerless.Failures;

namespace BlueGreenServerless.Functions.Hosting.Events;

/// <summary>Reads what a function was started with, without trust: bounded, well-formed, nothing twice.</summary>
internal static class EventReader
{
    /// <summary>EventBridge's own limit for an event, in bytes.</summary>
    public const int MaxBytes = 256 * 1024;

    private static readonly JsonDocumentOptions _strict = new() { AllowDuplicateProperties = false, MaxDepth = 32 };

    /// <exception cref="InvalidRequestException">It is too large or no JSON object.</exception>
    public static async Task<JsonDocument> ReadAsync(Stream input, CancellationToken cancellationToken)
    {
        var text = await BoundedAsync(input, cancellationToken);
        try
        {
            var document = JsonDocument.Parse(text, _strict);
            return document.RootElement.ValueKind == JsonValueKind.Object ? document : throw new JsonException($"It is a JSON {document.RootElement.ValueKind}.");
        }
        catch (JsonException broken)
        {
            throw new InvalidRequestException($"The event cannot be read: '{EventField.Shown(broken.Message)}'. Allowed is one JSON object. Correct what sends it.", broken);
        }
    }

    /// <exception cref="InvalidRequestException">It is no event of that kind from that account.</exception>
    public static CloudEvent Envelope(JsonElement root, string? source, string detailType, string account)
    {
        var found = new CloudEvent(
            EventField.Text(root, "id"), EventField.Text(root, "detail-type"), EventField.Text(root, "source"), EventField.Time(root, "time"),
            EventField.Object(root, "detail"));
        Check(found.DetailType == detailType, "detail-type", found.DetailType, detailType);
        Check(source is null || found.Source == source, "source", found.Source, source ?? "");
        var from = EventField.Text(root, "account", 64);
        Check(from == account, "account", from, account);
        return found;
    }

    private static void Check(bool isFine, string name, string value, string allowed)
    {
        if (!isFine)
        {
            throw EventField.Refused(name, value, $"'{allowed}'");
        }
    }

    private static async Task<ReadOnlyMemory<byte>> BoundedAsync(Stream input, CancellationToken cancellationToken)
    {
        using var text = new MemoryStream();
        var buffer = new byte[16 * 1024];
        int read;
        while ((read = await input.ReadAsync(buffer, cancellationToken)) > 0)
        {
            await text.WriteAsync(buffer.AsMemory(0, read), cancellationToken);
            if (text.Length > MaxBytes)
            {
                throw new InvalidRequestException($"The event is longer than '{MaxBytes}' bytes. Allowed is at most that. Send a smaller one.");
            }
        }

        return text.ToArray();
    }
}
