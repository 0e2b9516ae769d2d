namespace BlueGreenServerless.Clouds.Aws.S3;

/// <summary>One version of an object; without a body it is a delete marker.</summary>
/// <param name="Id">"null" while the bucket has no versioning.</param>
/// <param name="ETag">With its quotes; means nothing, as in a bucket that is encrypted with KMS.</param>
public sealed record ObjectVersion(string Key, string Id, byte[]? Body, string ETag, DateTimeOffset Modified, IReadOnlyDictionary<string, string> Headers)
{
    public bool IsDeleteMarker => Body is null;
}
