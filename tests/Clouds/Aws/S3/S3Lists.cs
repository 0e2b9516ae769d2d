using System.Globalization;
using BlueGreenServerless.Clouds.Aws.Http;
using BlueGreenServerless.Clouds.Aws.Protocols;

namespace BlueGreenServerless.Clouds.Aws.S3;

/// <summary>Buckets and what is in them.</summary>
internal sealed class S3Lists(Storage storage)
{
    public WireAnswer Head(S3Request request)
    {
        _ = storage[request.Bucket];
        return WireAnswer.Empty(200).With("x-amz-bucket-region", storage.Options.Region);
    }

    public WireAnswer Versioning(S3Request request) =>
        S3Xml.Answer("VersioningConfiguration", storage[request.Bucket].Versioned ? S3Xml.Text("Status", "Enabled") : null);

    public WireAnswer Notification(S3Request request) =>
        S3Xml.Answer("NotificationConfiguration", storage[request.Bucket].Notifies ? S3Xml.Group("EventBridgeConfiguration") : null);

    public WireAnswer Location(S3Request request) => S3Xml.Answer("LocationConstraint", storage[request.Bucket] is null ? null : storage.Options.Region);

    public WireAnswer Buckets() => S3Xml.Answer(
        "ListAllMyBucketsResult",
        S3Xml.Group("Buckets", [.. storage.All.Select(bucket => S3Xml.Group("Bucket", S3Xml.Text("Name", bucket.Name), S3Xml.Text("CreationDate", XmlText.Time(storage.Options.Clock.GetUtcNow()))))]),
        S3Xml.Group("Owner", S3Xml.Text("ID", storage.Options.Account)));

    public WireAnswer Objects(S3Request request)
    {
        var (prefix, delimiter) = (request.Wire.Parameter("prefix") ?? "", request.Wire.Parameter("delimiter") ?? "");
        var after = request.Wire.Parameter("start-after") ?? "";
        var rows = storage[request.Bucket].Versions().GroupBy(version => version.Key, StringComparer.Ordinal).Select(versions => versions.First())
            .Where(version => !version.IsDeleteMarker && version.Key.StartsWith(prefix, StringComparison.Ordinal) && string.CompareOrdinal(version.Key, after) > 0)
            .Select(version => (Folder: Folder(version.Key, prefix, delimiter), Version: version))
            .DistinctBy(row => row.Folder ?? "object " + row.Version.Key, StringComparer.Ordinal).ToList();
        var token = request.Wire.Parameter("continuation-token");
        var (page, next) = Pages.Cut(rows, token, storage.Options.Page(Limit(request)));
        return S3Xml.Answer(
            "ListBucketResult",
            S3Xml.Text("Name", request.Bucket), S3Xml.Text("Prefix", Encoded(request, prefix)),
            delimiter.Length > 0 ? S3Xml.Text("Delimiter", delimiter) : null,
            request.Wire.Parameter("encoding-type") is { } encoding ? S3Xml.Text("EncodingType", encoding) : null,
            token is null ? null : S3Xml.Text("ContinuationToken", token),
            next is null ? null : S3Xml.Text("NextContinuationToken", next),
            S3Xml.Text("KeyCount", page.Count), S3Xml.Text("MaxKeys", Limit(request)), S3Xml.Text("IsTruncated", next is not null),
            page.Where(row => row.Folder is null).Select(row => S3Xml.Group("Contents", Entry(request, row.Version))),
            page.Where(row => row.Folder is not null).Select(row => S3Xml.Group("CommonPrefixes", S3Xml.Text("Prefix", Encoded(request, row.Folder!)))));
    }

    public WireAnswer Versions(S3Request request)
    {
        var prefix = request.Wire.Parameter("prefix") ?? "";
        var bucket = storage[request.Bucket];
        var versions = bucket.Versions().Where(version => version.Key.StartsWith(prefix, StringComparison.Ordinal)).ToList();
        return S3Xml.Answer(
            "ListVersionsResult",
            S3Xml.Text("Name", request.Bucket), S3Xml.Text("Prefix", Encoded(request, prefix)), S3Xml.Text("MaxKeys", 1000), S3Xml.Text("IsTruncated", false),
            versions.Select(version => S3Xml.Group(
                version.IsDeleteMarker ? "DeleteMarker" : "Version",
                S3Xml.Text("VersionId", version.Id), S3Xml.Text("IsLatest", bucket.Newest(version.Key)?.Id == version.Id),
                version.IsDeleteMarker ? [S3Xml.Text("Key", Encoded(request, version.Key)), S3Xml.Text("LastModified", XmlText.Time(version.Modified))] : Entry(request, version))));
    }

    private static object[] Entry(S3Request request, ObjectVersion version) =>
    [
        S3Xml.Text("Key", Encoded(request, version.Key)), S3Xml.Text("LastModified", XmlText.Time(version.Modified)), S3Xml.Text("ETag", version.ETag),
        S3Xml.Text("Size", version.Body!.Length), S3Xml.Text("StorageClass", "STANDARD"),
    ];

    private static string? Folder(string key, string prefix, string delimiter)
    {
        var cut = delimiter.Length == 0 ? -1 : key.IndexOf(delimiter, prefix.Length, StringComparison.Ordinal);
        return cut < 0 ? null : key[..(cut + delimiter.Length)];
    }

    private static int Limit(S3Request request) =>
        int.TryParse(request.Wire.Parameter("max-keys"), CultureInfo.InvariantCulture, out var limit) ? Math.Clamp(limit, 1, 1000) : 1000;

    private static string Encoded(S3Request request, string text) => request.Wire.Parameter("encoding-type") == "url"
        ? string.Join('/', text.Split('/').Select(Uri.EscapeDataString))
        : text;
}
