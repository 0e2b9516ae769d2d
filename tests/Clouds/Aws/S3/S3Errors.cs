using BlueGreenServerless.Clouds.Aws.Protocols;

namespace BlueGreenServerless.Clouds.Aws.S3;

/// <summary>What S3 says no with.</summary>
internal static class S3Errors
{
    public static AwsException NoSuchKey(string key) => new("NoSuchKey", "The specified key does not exist.", 404) { Details = Named("Key", key) };

    public static AwsException NoSuchBucket(string name) => new("NoSuchBucket", "The specified bucket does not exist", 404) { Details = Named("BucketName", name) };

    public static AwsException NoSuchVersion(string key) => new("NoSuchVersion", "The specified version does not exist.", 404) { Details = Named("Key", key) };

    public static AwsException NoSuchUpload() => new("NoSuchUpload", "The specified multipart upload does not exist.", 404);

    public static AwsException MethodNotAllowed() => new("MethodNotAllowed", "The specified method is not allowed against this resource.", 405);

    private static Dictionary<string, string> Named(string name, string value) => new(StringComparer.Ordinal) { [name] = value };
}
