using BlueGreenServerless.Clouds.Aws;
using BlueGreenServerless.Clouds.Aws.SystemsManager;
using BlueGreenServerless.Testing.Sites;

namespace BlueGreenServerless.AwsStand.Sites;

/// <summary>What the machines have: Debian's aws command, told of the double by its address, because this version does not heed AWS_ENDPOINT_URL.</summary>
public sealed class NodeTools
{
    private readonly AwsDouble aws;
    private readonly string folder;

    private NodeTools(AwsDouble aws, string folder) => (this.aws, this.folder) = (aws, folder);

    public static async Task<NodeTools> MakeAsync(AwsDouble aws, string folder)
    {
        Directory.CreateDirectory(folder);
        var command = Path.Combine(folder, "aws");
        await File.WriteAllTextAsync(command, $"#!/bin/sh\nexec /usr/bin/aws --endpoint-url {aws.Url} \"$@\"\n");
        await SiteProcess.RunAsync("chmod", ["+x", command]);
        return new NodeTools(aws, folder);
    }

    public void Give(ManagedNode node)
    {
        node.Environment["PATH"] = $"{folder}:/usr/sbin:/usr/bin:/sbin:/bin";
        node.Environment["BLUEGREEN_DIRECTORY"] = node.Directory;
        var key = aws.Options.Keys[0];
        (node.Environment["AWS_ACCESS_KEY_ID"], node.Environment["AWS_SECRET_ACCESS_KEY"], node.Environment["AWS_REGION"]) = (key.Id, key.Secret, aws.Options.Region);
        (node.Environment["AWS_CONFIG_FILE"], node.Environment["AWS_SHARED_CREDENTIALS_FILE"]) = ("/nonexistent", "/nonexistent");
    }
}
