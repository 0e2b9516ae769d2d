using System.Globalization;
using BlueGreenServerless.Clouds.Aws.Http;
using BlueGreenServerless.Clouds.Aws.Protocols;

namespace BlueGreenServerless.Clouds.Aws.S3;

/// <summary>Objects: write, read, delete.</summary>
internal sealed class S3Objects(Storage storage)
{
    private static readonly string[] Kept = ["Content-Type", "Content-Encoding", "Cache-Control", "Content-Disposition", "Content-Language"];

    public static IReadOnlyDictionary<string, string> Headers(WireRequest request) => request.Headers
        .Where(header => header.Key.StartsWith("x-amz-meta-", StringComparison.OrdinalIgnoreCase) || Kept.Contains(header.Key, StringComparer.OrdinalIgnoreCase))
        .Select(header => (Name: header.Key.ToLowerInvariant(), Value: Unchunked(header.Key, header.Value)))
        .Where(header => header.Value.Length > 0)
        .ToDictionary(header => header.Name, header => header.Value, StringComparer.OrdinalIgnoreCase);

    public WireAnswer Put(S3Request request, byte[] body, string requestId)
    {
        var bucket = storage[request.Bucket];
        var version = bucket.Put(request.Key, body, Headers(request.Wire), WriteCondition.Of(request.Wire));
        storage.Created(bucket, version, "PutObject", requestId);
        return Described(WireAnswer.Empty(200), bucket, version);
    }

    public WireAnswer Get(S3Request request)
    {
        var bucket = storage[request.Bucket];
        var version = Found(bucket, request);
        if (Unchanged(request.Wire, version) is { } answer)
        {
            return answer;
        }

        var body = version.Body!;
        var (from, to) = ByteRange.Of(request.Wire.Header("Range"), body.Length) ?? (0, body.Length);
        var part = body[from..to];
        answer = Described(new WireAnswer(part.Length < body.Length ? 206 : 200, request.Wire.Method == "HEAD" ? [] : part), bucket, version)
            .With("Last-Modified", version.Modified.UtcDateTime.ToString("R", CultureInfo.InvariantCulture))
            .With("Accept-Ranges", "bytes")
            .With("Content-Range", part.Length < body.Length ? $"bytes {from}-{to - 1}/{body.Length}" : null);
        answer = version.Headers.Aggregate(answer with { AnnouncedLength = part.Length }, (all, header) => all.With(header.Key, header.Value));
        return version.Headers.ContainsKey("Content-Type") ? answer : answer.With("Content-Type", "binary/octet-stream");
    }

    public WireAnswer Delete(S3Request request)
    {
        var bucket = storage[request.Bucket];
        if (request.Wire.Parameter("versionId") is { } id)
        {
            bucket.DeleteVersion(request.Key, id);
            return WireAnswer.Empty(204).With("x-amz-version-id", id);
        }

        var marker = bucket.Delete(request.Key, WriteCondition.Of(request.Wire));
        return WireAnswer.Empty(204).With("x-amz-delete-marker", marker is null ? null : "true").With("x-amz-version-id", marker?.Id);
    }

    public static WireAnswer Described(WireAnswer answer, Bucket bucket, ObjectVersion version) => answer
        .With("ETag", version.ETag)
        .With("x-amz-version-id", bucket.Versioned ? version.Id : null)
        .With("x-amz-server-side-encryption", "aws:kms")
        .With("x-amz-server-side-encryption-aws-kms-key-id", "arn:aws:kms:eu-west-1:123456789012:key/0d0ab1e0-0000-4000-8000-000000000001");

    private static ObjectVersion Found(Bucket bucket, S3Request request)
    {
        if (request.Wire.Parameter("versionId") is { } id)
        {
            var version = bucket.Version(request.Key, id) ?? throw S3Errors.NoSuchVersion(request.Key);
            return version.IsDeleteMarker ? throw S3Errors.MethodNotAllowed() : version;
        }

        return bucket.Newest(request.Key) switch
        {
            { IsDeleteMarker: false } version => version,
            null => throw S3Errors.NoSuchKey(request.Key),
            _ => throw new AwsException("NoSuchKey", "The specified key does not exist.", 404)
            {
                Details = new Dictionary<string, string>(StringComparer.Ordinal) { ["Key"] = request.Key, ["DeleteMarker"] = "true" },
            },
        };
    }

    private static WireAnswer? Unchanged(WireRequest request, ObjectVersion version)
    {
        if (request.Header("If-Match") is { } wanted && wanted != "*" && wanted.Trim('"') != version.ETag.Trim('"'))
        {
            throw new AwsException("PreconditionFailed", "At least one of the pre-conditions you specified did not hold", 412);
        }

        return request.Header("If-None-Match") is { } known && (known == "*" || known.Trim('"') == version.ETag.Trim('"'))
            ? WireAnswer.Empty(304).With("ETag", version.ETag)
            : null;
    }

    // aws-chunked is how the body came, not how it is kept
    private static string Unchunked(string name, string value) => name.Equals("Content-Encoding", StringComparison.OrdinalIgnoreCase)
        ? string.Join(',', value.Split(',').Select(part => part.Trim()).Where(part => part != "aws-chunked"))
        : value;
}
