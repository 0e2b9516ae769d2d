using System.Text.Json;
using BlueGreenServerless.Ports;
using BlueGreenServerless.Providers.Aws.Clients;

namespace BlueGreenServerless.Cli.Aws;

/// <summary>Executions started with a person's credentials: what AWS says no to is told in our words, with its own.</summary>
internal sealed class AwsExecutions(IExecutions inner) : IExecutions
{
    public Task<StartResult> StartAsync(string machine, string name, JsonElement input, CancellationToken cancellationToken) =>
        AwsCall.RunAsync($"starting the {machine} '{name}'", () => inner.StartAsync(machine, name, input, cancellationToken));

    public Task SendTaskSuccessAsync(string token, JsonElement output, CancellationToken cancellationToken) =>
        AnswerAsync(() => inner.SendTaskSuccessAsync(token, output, cancellationToken));

    public Task SendTaskFailureAsync(string token, string error, string cause, CancellationToken cancellationToken) =>
        AnswerAsync(() => inner.SendTaskFailureAsync(token, error, cause, cancellationToken));

    private static Task<bool> AnswerAsync(Func<Task> answer) => AwsCall.RunAsync("answering the release that waits", async () =>
    {
        await answer();
        return true;
    });
}
