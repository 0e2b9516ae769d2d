using System.Globalization;
using System.Text;
using BlueGreenServerless.Clouds.Aws.Http;
using BlueGreenServerless.Clouds.Aws.Protocols;

namespace BlueGreenServerless.Clouds.Aws.Signing;

/// <summary>The body that an upload means: as sent, or taken out of aws-chunked with the signature of each chunk and of the trailer checked.</summary>
internal sealed class PayloadReader
{
    private readonly WireRequest request;
    private readonly Signature signature;
    private readonly SigningKey key;
    private readonly bool signed;
    private readonly Dictionary<string, string> trailer = new(StringComparer.OrdinalIgnoreCase);
    private string previous;
    private int position;

    private PayloadReader(Call call)
    {
        (request, signature, key) = (call.Request, call.Signature, call.Key);
        signed = request.Header("X-Amz-Content-Sha256")!.StartsWith("STREAMING-AWS4-HMAC-SHA256-PAYLOAD", StringComparison.Ordinal);
        previous = signature.Hex;
    }

    /// <exception cref="AwsException">A chunk, the length or a checksum is wrong.</exception>
    public static byte[] Read(Call call)
    {
        var streaming = call.Request.Header("X-Amz-Content-Sha256")?.StartsWith("STREAMING-", StringComparison.Ordinal) == true;
        var reader = streaming ? new PayloadReader(call) : null;
        var body = reader?.Chunks() ?? call.Request.Body;
        Checksums.Verify(body, name => reader?.trailer.GetValueOrDefault(name) ?? call.Request.Header(name));
        return body;
    }

    private byte[] Chunks()
    {
        using var body = new MemoryStream();
        while (true)
        {
            var head = Line().Split(';');
            var size = int.Parse(head[0], NumberStyles.HexNumber, CultureInfo.InvariantCulture);
            var chunk = request.Body.AsSpan(position, size).ToArray();
            position += size;
            CheckChunk(head, chunk);
            if (size == 0)
            {
                break;
            }

            body.Write(chunk);
            _ = Line();
        }

        Trailer();
        CheckLength(body.Length);
        return body.ToArray();
    }

    private void Trailer()
    {
        var lines = new StringBuilder();
        while (position < request.Body.Length && Line() is { Length: > 0 } line)
        {
            var pair = line.Split(':', 2);
            if (pair[0].Equals("x-amz-trailer-signature", StringComparison.OrdinalIgnoreCase))
            {
                Expect(pair[1], $"AWS4-HMAC-SHA256-TRAILER\n{signature.Time}\n{signature.Scope.Text}\n{previous}\n{SigningKey.Hash(lines.ToString())}");
                return;
            }

            trailer[pair[0]] = pair[1].Trim();
            lines.Append(CultureInfo.InvariantCulture, $"{pair[0].ToLowerInvariant()}:{pair[1].Trim()}\n");
        }

        if (signed && lines.Length > 0)
        {
            throw new AwsException("SignatureDoesNotMatch", "The trailer is not signed.", 403);
        }
    }

    private void CheckChunk(string[] head, byte[] chunk)
    {
        if (signed)
        {
            var given = head.Select(part => part.Split('=', 2)).FirstOrDefault(pair => pair[0] == "chunk-signature")?[1] ?? "";
            Expect(given, $"AWS4-HMAC-SHA256-PAYLOAD\n{signature.Time}\n{signature.Scope.Text}\n{previous}\n{SigningKey.EmptyHash}\n{SigningKey.Hash(chunk)}");
        }
    }

    private void Expect(string given, string text)
    {
        previous = key.Sign(text);
        if (given.Trim() != previous)
        {
            throw new AwsException("SignatureDoesNotMatch", "The signature of a chunk does not match.", 403);
        }
    }

    private void CheckLength(long length)
    {
        if (request.Header("X-Amz-Decoded-Content-Length") != length.ToString(CultureInfo.InvariantCulture))
        {
            throw new AwsException("IncompleteBody", "You did not provide the number of bytes specified by the x-amz-decoded-content-length HTTP header.");
        }
    }

    private string Line()
    {
        var end = request.Body.AsSpan(position).IndexOf("\r\n"u8);
        if (end < 0)
        {
            throw new AwsException("IncompleteBody", "The request body terminated unexpectedly.");
        }

        var line = Encoding.ASCII.GetString(request.Body, position, end);
        position += end + 2;
        return line;
    }
}
