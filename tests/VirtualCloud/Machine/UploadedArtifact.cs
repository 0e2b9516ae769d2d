using System.Security.Cryptography;
using BlueGreenServerless.Clouds.Aws;
using BlueGreenServerless.Clouds.Aws.S3;
using BlueGreenServerless.Documents;
using BlueGreenServerless.Testing.Archives;

namespace BlueGreenServerless.VirtualCloud.Machine;

/// <summary>What is released.</summary>
internal static class UploadedArtifact
{
    public const string Bucket = "artifacts";

    private static readonly byte[] Bytes = new TarFile().File("app.txt", "version 2").Gzipped();

    public static Artifact In(AwsDouble aws)
    {
        var headers = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase) { ["x-amz-meta-sha256"] = Convert.ToHexStringLower(SHA256.HashData(Bytes)) };
        var version = aws.Storage.Create(Bucket).Put("shop-2.tar.gz", Bytes, headers, new WriteCondition(null, null));
        return new Artifact(new Uri($"s3://{Bucket}/shop-2.tar.gz?versionId={version.Id}"), "2");
    }
}
