using Amazon.StepFunctions;
using Amazon.StepFunctions.Model;
using BlueGreenServerless.Cli.Hosting;
using BlueGreenServerless.Engine;
using BlueGreenServerless.Functions;
using BlueGreenServerless.Functions.Hosting;
using BlueGreenServerless.Providers.Aws.Clients;

namespace BlueGreenServerless.Cli.Aws;

/// <summary>Starts executions in Step Functions, which moves them itself: nothing of it runs in this process.</summary>
internal sealed class AwsMover(StageServices services, Lazy<IAmazonStepFunctions> client, HostSettings settings, IExecutionLog executions) : IReleaseMover
{
    private static readonly string[] _machines = [EmbeddedDefinitions.Release, EmbeddedDefinitions.Rollback, EmbeddedDefinitions.Standby];

    public StageServices Services => services;

    public Task<IReadOnlyList<(string Machine, string Name)>> ResumeAsync(CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<(string, string)>>([]);

    public async Task<IReadOnlyList<Execution>> RunningAsync(CancellationToken cancellationToken)
    {
        var running = new List<Execution>();
        foreach (var machine in _machines)
        {
            foreach (var name in await NamesAsync(machine, cancellationToken))
            {
                if (await executions.DescribeAsync(machine, name, cancellationToken) is { } execution)
                {
                    running.Add(execution);
                }
            }
        }

        return running;
    }

    public Task StopAsync() => Task.CompletedTask;

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private Task<List<string>> NamesAsync(string machine, CancellationToken cancellationToken) => AwsCall.RunAsync($"listing the executions of '{machine}'", async () =>
    {
        var names = new List<string>();
        var request = new ListExecutionsRequest { StateMachineArn = settings.MachineArn(machine), StatusFilter = Amazon.StepFunctions.ExecutionStatus.RUNNING };
        do
        {
            var page = await client.Value.ListExecutionsAsync(request, cancellationToken);
            names.AddRange((page.Executions ?? []).Select(execution => execution.Name));
            request.NextToken = page.NextToken;
        }
        while (request.NextToken is { Length: > 0 });

        return names;
    });
}
