using System.Buffers.Text;
using System.Text;

namespace BlueGreenServerless.Load;

/// <summary>The head of an HTTP/1.1 answer, as far as a load generator needs it.</summary>
/// <param name="ContentLength">Null: the body ends with the connection.</param>
/// <param name="Close">The connection cannot be used again.</param>
/// <param name="Version">Header <c>X-Version</c>; null when no application said one (an answer of the load balancer itself).</param>
/// <param name="Size">Bytes of the head with its empty line.</param>
internal readonly record struct AnswerHead(int Status, long? ContentLength, bool Close, string? Version, int Size)
{
    /// <summary>False when more bytes are needed.</summary>
    /// <exception cref="InvalidDataException">The bytes are no answer that can be measured: chunked bodies are not.</exception>
    public static bool TryParse(ReadOnlySpan<byte> bytes, out AnswerHead head)
    {
        head = default;
        var end = bytes.IndexOf("\r\n\r\n"u8);
        if (end < 0)
        {
            return false;
        }

        var lines = bytes[..(end + 2)];
        var first = lines.IndexOf("\r\n"u8);
        head = new AnswerHead(ParseStatus(lines[..first]), null, lines.StartsWith("HTTP/1.0"u8), null, end + 4);
        for (lines = lines[(first + 2)..]; !lines.IsEmpty;)
        {
            var length = lines.IndexOf("\r\n"u8);
            head = head.With(lines[..length]);
            lines = lines[(length + 2)..];
        }

        return true;
    }

    private static int ParseStatus(ReadOnlySpan<byte> line) =>
        line.Length >= 12 && line.StartsWith("HTTP/1."u8) && Utf8Parser.TryParse(line[9..12], out int status, out var used) && used == 3
            ? status
            : throw new InvalidDataException($"The answer begins with '{Encoding.Latin1.GetString(line)}', not with an HTTP/1.1 status line.");

    private AnswerHead With(ReadOnlySpan<byte> line)
    {
        var colon = line.IndexOf((byte)':');
        if (colon < 0)
        {
            throw new InvalidDataException($"The answer has the header '{Encoding.Latin1.GetString(line)}' without a colon.");
        }

        var name = line[..colon];
        var value = line[(colon + 1)..].Trim((byte)' ');
        return name switch
        {
            _ when Is(name, "content-length"u8) => this with { ContentLength = Length(value) },
            _ when Is(name, "connection"u8) => this with { Close = Close || Is(value, "close"u8) },
            _ when Is(name, "x-version"u8) => this with { Version = Encoding.Latin1.GetString(value) },
            _ when Is(name, "transfer-encoding"u8) => throw new InvalidDataException("The answer is chunked; the load generator measures answers with Content-Length."),
            _ => this,
        };
    }

    private static long Length(ReadOnlySpan<byte> value) =>
        Utf8Parser.TryParse(value, out long length, out var used) && used == value.Length && length >= 0
            ? length
            : throw new InvalidDataException($"The answer has the Content-Length '{Encoding.Latin1.GetString(value)}'.");

    private static bool Is(ReadOnlySpan<byte> text, ReadOnlySpan<byte> lower) => Ascii.EqualsIgnoreCase(text, lower);
}
