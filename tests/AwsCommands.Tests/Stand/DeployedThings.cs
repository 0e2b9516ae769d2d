using System.Text.Json;
using BlueGreenServerless.Clouds.Aws;
using BlueGreenServerless.Functions.Hosting;

namespace BlueGreenServerless.AwsCommands.Tests.Stand;

/// <summary>What the stack makes that the command line looks for: two buckets, and the parameter that tells of them.</summary>
internal static class DeployedThings
{
    public static HostSettings Make(AwsDouble aws, string prefix = "bluegreen", bool versioned = true, bool notifies = true)
    {
        aws.Storage.Create($"{prefix}-artifacts", versioned, notifies);
        aws.Storage.Create($"{prefix}-state", notifies: false);
        var machines = $"arn:aws:states:{aws.Options.Region}:{aws.Options.Account}:stateMachine:{prefix}-";
        var settings = new HostSettings(prefix, new Uri($"s3://{prefix}-state"), new Uri($"s3://{prefix}-artifacts"), aws.Options.Account, machines);
        aws.Parameters.Put($"/bluegreen/{prefix}/deployment", JsonSerializer.Serialize(new
        {
            prefix, state = $"s3://{prefix}-state", artifacts = $"s3://{prefix}-artifacts", account = aws.Options.Account, machines,
        }));
        return settings;
    }
}
