using BlueGreenServerless.Failures;

namespace BlueGreenServerless.Providers.Aws.Artifacts;

/// <summary>An object in S3: <c>s3://bucket/key?versionId=…</c>, the key percent-encoded as in any address.</summary>
public sealed record S3Address(string Bucket, string Key, string? VersionId)
{
    private const string VersionParameter = "?versionId=";

    /// <exception cref="ArtifactRefusedException">The address is none of S3.</exception>
    public static S3Address Parse(Uri uri)
    {
        var key = uri.IsAbsoluteUri && uri.Scheme == "s3" && uri.AbsolutePath.Length > 0 ? Uri.UnescapeDataString(uri.AbsolutePath)[1..] : "";
        var plainQuery = uri.IsAbsoluteUri && (uri.Query.Length == 0 || (uri.Query.StartsWith(VersionParameter, StringComparison.Ordinal) && !uri.Query.Contains('&', StringComparison.Ordinal)));
        if (key.Length == 0 || key.Any(char.IsControl) || uri.Host.Length == 0 || !plainQuery || uri.Fragment.Length > 0)
        {
            throw new ArtifactRefusedException(
                $"The artifact '{uri}' is not in S3. Allowed are addresses 's3://bucket/key' and 's3://bucket/key?versionId=…'. Upload it first and release that.");
        }

        var version = uri.Query.Length > VersionParameter.Length ? Uri.UnescapeDataString(uri.Query[VersionParameter.Length..]) : null;
        return new S3Address(uri.Host, key, version);
    }

    public Uri ToUri() => new(
        $"s3://{Bucket}/{string.Join('/', Key.Split('/').Select(Uri.EscapeDataString))}{(VersionId is null ? "" : VersionParameter + Uri.EscapeDataString(VersionId))}");

    public override string ToString() => ToUri().AbsoluteUri;
}
