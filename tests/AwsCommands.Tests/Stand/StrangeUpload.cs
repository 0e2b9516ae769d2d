using System.Security.Cryptography;
using Amazon.Runtime;
using Amazon.S3;
using Amazon.S3.Model;
using BlueGreenServerless.Clouds.Aws;

namespace BlueGreenServerless.AwsCommands.Tests.Stand;

/// <summary>An upload that this program has nothing to do with.</summary>
internal sealed class StrangeUpload(AwsDouble aws)
{
    public async Task PutAsync(string bucket, string key, byte[] bytes)
    {
        using var client = new AmazonS3Client(
            new BasicAWSCredentials(aws.Options.Keys[0].Id, aws.Options.Keys[0].Secret),
            new AmazonS3Config { ServiceURL = aws.Url.ToString(), AuthenticationRegion = aws.Options.Region, ForcePathStyle = true });
        var request = new PutObjectRequest { BucketName = bucket, Key = key, InputStream = new MemoryStream(bytes) };
        request.Metadata.Add("sha256", Convert.ToHexStringLower(SHA256.HashData(bytes)));
        await client.PutObjectAsync(request);
    }
}
