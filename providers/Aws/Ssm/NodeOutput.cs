using Amazon.S3.Model;
using Amazon.SimpleSystemsManagement.Model;
using BlueGreenServerless.Failures;
using BlueGreenServerless.Providers.Aws.Clients;
using BlueGreenServerless.Providers.Hosts;

namespace BlueGreenServerless.Providers.Aws.Ssm;

/// <summary>What a script wrote on one node: the first 24,000 characters from Run Command, the end of a longer output from S3.</summary>
internal sealed class NodeOutput(AwsAccount account, SsmOptions options)
{
    private const int Inline = 24_000;
    private const int Tail = 8_192;
    private const int Attempts = 3;
    private static readonly TimeSpan Between = TimeSpan.FromSeconds(1);

    /// <returns>Null when AWS does not show the invocation: it appears a little after the command, and never on a node that was not reached.</returns>
    public async Task<GetCommandInvocationResponse?> ReadAsync(string commandId, string node, CancellationToken cancellationToken)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                var request = new GetCommandInvocationRequest { CommandId = commandId, InstanceId = node };
                return await AwsCall.RunAsync($"reading the output of '{node}'", () => account.Systems.GetCommandInvocationAsync(request, cancellationToken));
            }
            catch (ProviderRefusedException refused) when (refused.InnerException is InvocationDoesNotExistException && attempt < Attempts)
            {
                await Task.Delay(Between, account.Time, cancellationToken);
            }
            catch (ProviderRefusedException refused) when (refused.InnerException is InvocationDoesNotExistException)
            {
                return null;
            }
        }
    }

    public async Task<IReadOnlyList<string>> LastLinesAsync(string commandId, string node, GetCommandInvocationResponse answer, CancellationToken cancellationToken)
    {
        var output = answer.StandardOutputContent ?? "";
        var end = output.Length >= Inline && options.OutputBucket is { } bucket ? await TailAsync(bucket, Key(commandId, node), cancellationToken) ?? output : output;
        var kept = new HostOutput();
        kept.Append(end, standard: true);
        kept.Append(answer.StandardErrorContent ?? "", standard: false);
        return kept.LastLines();
    }

    /// <summary>Where the whole output is, in words; empty when it is not kept.</summary>
    public string Place(string commandId, string node) =>
        options.OutputBucket is { } bucket ? $" The whole output is in s3://{bucket}/{Key(commandId, node)}." : "";

    private string Key(string commandId, string node) => $"{options.OutputPrefix.TrimEnd('/')}/{commandId}/{node}/awsrunShellScript/0.awsrunShellScript/stdout";

    private async Task<string?> TailAsync(string bucket, string key, CancellationToken cancellationToken)
    {
        try
        {
            var request = new GetObjectRequest { BucketName = bucket, Key = key, ByteRange = new ByteRange($"bytes=-{Tail}") };
            using var answer = await AwsCall.RunAsync("reading a node's output", () => account.Storage.GetObjectAsync(request, cancellationToken));
            using var reader = new StreamReader(answer.ResponseStream);
            return await reader.ReadToEndAsync(cancellationToken);
        }
        catch (ReleaseException)
        {
            // the failure is what matters; its beginning is better than nothing
            return null;
        }
    }
}
