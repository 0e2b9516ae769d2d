using System.Net;
using Amazon.S3;
using Amazon.S3.Model;
using BlueGreenServerless.Cli.Running;
using BlueGreenServerless.Functions.Hosting;
using BlueGreenServerless.Providers.Aws.Clients;

namespace BlueGreenServerless.Cli.Aws;

/// <summary>Keeps the deployment's copy of the user's file, by which uploads are released, as the file is here.</summary>
internal sealed class ConfigurationUpload(IAmazonS3 storage, HostSettings settings)
{
    public async Task RunAsync(AppSession session, CancellationToken cancellationToken)
    {
        var key = Configurations.PathOf(session.App);
        var text = AppOfFile.Text(session.File);
        if (await FindAsync(key, cancellationToken) == text)
        {
            return;
        }

        var request = new PutObjectRequest { BucketName = settings.State.Host, Key = key, ContentBody = text, ContentType = "application/yaml" };
        await AwsCall.RunAsync($"writing '{key}'", () => storage.PutObjectAsync(request, cancellationToken));
        session.Output.Happened("configured", new { file = session.File, bucket = settings.State.Host, key }, $"'{session.File}' is now the deployment's '{key}'.");
    }

    private Task<string?> FindAsync(string key, CancellationToken cancellationToken) => AwsCall.RunAsync($"reading '{key}'", async () =>
    {
        try
        {
            using var answer = await storage.GetObjectAsync(new GetObjectRequest { BucketName = settings.State.Host, Key = key }, cancellationToken);
            using var reader = new StreamReader(answer.ResponseStream);
            return await reader.ReadToEndAsync(cancellationToken);
        }
        catch (AmazonS3Exception missing) when (missing.StatusCode == HttpStatusCode.NotFound && missing.ErrorCode != "NoSuchBucket")
        {
            return null;
        }
    });
}
