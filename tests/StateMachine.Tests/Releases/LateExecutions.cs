using System.Text.Json;
using BlueGreenServerless.Ports;

namespace BlueGreenServerless.StateMachine.Tests.Releases;

/// <summary>The engine of now: functions outlive an engine that was killed.</summary>
internal sealed class LateExecutions(Func<IExecutions> current) : IExecutions
{
    public Task<StartResult> StartAsync(string machine, string name, JsonElement input, CancellationToken cancellationToken) =>
        current().StartAsync(machine, name, input, cancellationToken);

    public Task SendTaskSuccessAsync(string token, JsonElement output, CancellationToken cancellationToken) =>
        current().SendTaskSuccessAsync(token, output, cancellationToken);

    public Task SendTaskFailureAsync(string token, string error, string cause, CancellationToken cancellationToken) =>
        current().SendTaskFailureAsync(token, error, cause, cancellationToken);
}
