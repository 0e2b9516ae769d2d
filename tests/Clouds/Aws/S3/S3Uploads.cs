using System.Collections.Concurrent;
using System.Globalization;
using System.Xml.Linq;
using BlueGreenServerless.Clouds.Aws.Http;
using BlueGreenServerless.Clouds.Aws.Protocols;
using BlueGreenServerless.Clouds.Aws.Signing;

namespace BlueGreenServerless.Clouds.Aws.S3;

/// <summary>Uploads in parts.</summary>
internal sealed class S3Uploads(Storage storage)
{
    private const int SmallestPart = 5 * 1024 * 1024;

    private readonly ConcurrentDictionary<string, Upload> open = new(StringComparer.Ordinal);
    private int created;

    public WireAnswer Create(S3Request request)
    {
        _ = storage[request.Bucket];
        var id = SigningKey.Hash($"upload {Interlocked.Increment(ref created)} of {request.Key}")[..40];
        open[id] = new Upload(request.Bucket, request.Key, S3Objects.Headers(request.Wire));
        return S3Xml.Answer("InitiateMultipartUploadResult", S3Xml.Text("Bucket", request.Bucket), S3Xml.Text("Key", request.Key), S3Xml.Text("UploadId", id));
    }

    public WireAnswer Part(S3Request request, byte[] body)
    {
        var number = int.Parse(request.Wire.Parameter("partNumber") ?? "0", CultureInfo.InvariantCulture);
        var etag = $"\"{SigningKey.Hash(body)[..32]}\"";
        Find(request).Parts[number] = (etag, body);
        return WireAnswer.Empty(200).With("ETag", etag);
    }

    public WireAnswer Complete(S3Request request, string requestId)
    {
        var upload = Find(request);
        var parts = Chosen(upload, request.Wire.Text);
        var bucket = storage[request.Bucket];
        var version = bucket.Put(request.Key, [.. parts.SelectMany(part => part)], upload.Headers, WriteCondition.Of(request.Wire));
        open.TryRemove(request.Wire.Parameter("uploadId")!, out _);
        storage.Created(bucket, version, "CompleteMultipartUpload", requestId);
        var answer = S3Xml.Answer(
            "CompleteMultipartUploadResult", S3Xml.Text("Location", $"/{request.Bucket}/{request.Key}"), S3Xml.Text("Bucket", request.Bucket),
            S3Xml.Text("Key", request.Key), S3Xml.Text("ETag", version.ETag));
        return S3Objects.Described(answer, bucket, version);
    }

    public WireAnswer Abort(S3Request request)
    {
        _ = Find(request);
        open.TryRemove(request.Wire.Parameter("uploadId")!, out _);
        return WireAnswer.Empty(204);
    }

    private static List<byte[]> Chosen(Upload upload, string xml)
    {
        var wanted = XElement.Parse(xml).Elements().Select(part => (
            Number: int.Parse(part.Elements().First(e => e.Name.LocalName == "PartNumber").Value, CultureInfo.InvariantCulture),
            ETag: part.Elements().First(e => e.Name.LocalName == "ETag").Value)).ToList();
        var known = wanted.Select(part => upload.Parts.TryGetValue(part.Number, out var kept) && kept.ETag.Trim('"') == part.ETag.Trim('"')
            ? kept.Body
            : throw new AwsException("InvalidPart", "One or more of the specified parts could not be found.")).ToList();
        return known.SkipLast(1).Any(body => body.Length < SmallestPart)
            ? throw new AwsException("EntityTooSmall", "Your proposed upload is smaller than the minimum allowed size")
            : known;
    }

    private Upload Find(S3Request request) =>
        open.TryGetValue(request.Wire.Parameter("uploadId") ?? "", out var upload) && upload.Bucket == request.Bucket && upload.Key == request.Key
            ? upload
            : throw S3Errors.NoSuchUpload();

    private sealed record Upload(string Bucket, string Key, IReadOnlyDictionary<string, string> Headers)
    {
        public ConcurrentDictionary<int, (string ETag, byte[] Body)> Parts { get; } = new();
    }
}
