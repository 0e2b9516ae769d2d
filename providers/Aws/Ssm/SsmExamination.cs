using Amazon.SimpleSystemsManagement.Model;
using BlueGreenServerless.Ports;
using BlueGreenServerless.Providers.Aws.Clients;

namespace BlueGreenServerless.Providers.Aws.Ssm;

/// <summary>Tries the reads of Run Command. Sending cannot be tried without sending, so it is not.</summary>
internal sealed class SsmExamination(AwsAccount account)
{
    public async Task<IReadOnlyList<Diagnosis>> RunAsync(CancellationToken cancellationToken) =>
    [
        .. await AtAsync("ssm:DescribeInstanceInformation", () => account.Systems.DescribeInstanceInformationAsync(new DescribeInstanceInformationRequest { MaxResults = 5 }, cancellationToken)),
        .. await AtAsync("ssm:ListCommands", () => account.Systems.ListCommandsAsync(new ListCommandsRequest { MaxResults = 1 }, cancellationToken)),
        .. await AtAsync("ssm:ListCommandInvocations", () => account.Systems.ListCommandInvocationsAsync(new ListCommandInvocationsRequest { MaxResults = 1 }, cancellationToken)),
    ];

    private static Task<IReadOnlyList<Diagnosis>> AtAsync<TAnswer>(string action, Func<Task<TAnswer>> call) => AwsLook.AtAsync(action, async () =>
    {
        await AwsCall.RunAsync($"trying '{action}'", call);
        return [];
    });
}
