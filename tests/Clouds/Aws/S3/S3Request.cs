using BlueGreenServerless.Clouds.Aws.Http;

namespace BlueGreenServerless.Clouds.Aws.S3;

/// <summary>What a request to S3 is about.</summary>
/// <param name="Key">Empty when it is about the bucket.</param>
internal sealed record S3Request(string Bucket, string Key, WireRequest Wire)
{
    /// <summary>Bucket in the path, or before <c>.localhost</c> in the host.</summary>
    public static S3Request Of(WireRequest wire)
    {
        var host = (wire.Header("Host") ?? "").Split(':')[0];
        var path = wire.Path.TrimStart('/');
        if (host.EndsWith(".localhost", StringComparison.Ordinal))
        {
            return new S3Request(host[..^".localhost".Length], path, wire);
        }

        var cut = path.IndexOf('/', StringComparison.Ordinal);
        return cut < 0 ? new S3Request(path, "", wire) : new S3Request(path[..cut], path[(cut + 1)..], wire);
    }

    public string Operation => (Wire.Method, Key.Length > 0, Sub) switch
    {
        ("GET", false, _) when Bucket.Length == 0 => "ListBuckets",
        ("HEAD", false, _) => "HeadBucket",
        ("GET", false, "versioning") => "GetBucketVersioning",
        ("GET", false, "notification") => "GetBucketNotificationConfiguration",
        ("GET", false, "location") => "GetBucketLocation",
        ("GET", false, "versions") => "ListObjectVersions",
        ("GET", false, _) when Wire.Parameter("list-type") == "2" => "ListObjectsV2",
        ("PUT", true, "uploadId") => "UploadPart",
        ("POST", true, "uploads") => "CreateMultipartUpload",
        ("POST", true, "uploadId") => "CompleteMultipartUpload",
        ("DELETE", true, "uploadId") => "AbortMultipartUpload",
        ("PUT", true, "") => "PutObject",
        ("GET", true, "") => "GetObject",
        ("HEAD", true, "") => "HeadObject",
        ("DELETE", true, "") => "DeleteObject",
        _ => "",
    };

    // The first parameter that makes another operation of the same method and path
    private string Sub => Wire.Query.Select(pair => pair.Name)
        .FirstOrDefault(name => name is "versioning" or "notification" or "location" or "versions" or "uploads" or "uploadId" or "acl" or "tagging" or "policy" or "delete") ?? "";
}
