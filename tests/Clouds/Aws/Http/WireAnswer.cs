using System.Text;

namespace BlueGreenServerless.Clouds.Aws.Http;

/// <summary>What goes back over the wire.</summary>
public sealed record WireAnswer(int Status, byte[] Body)
{
    public IReadOnlyDictionary<string, string> Headers { get; init; } = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);

    /// <summary>Length to announce when there is no body to send (HEAD).</summary>
    public long? AnnouncedLength { get; init; }

    public string Text => Encoding.UTF8.GetString(Body);

    public static WireAnswer Of(int status, string contentType, string body) =>
        new WireAnswer(status, Encoding.UTF8.GetBytes(body)).With("Content-Type", contentType);

    public static WireAnswer Empty(int status) => new(status, []);

    public WireAnswer With(string name, string? value) => value is null ? this : this with
    {
        Headers = new Dictionary<string, string>(Headers, StringComparer.OrdinalIgnoreCase) { [name] = value },
    };
}
