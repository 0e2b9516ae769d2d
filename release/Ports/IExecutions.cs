using System.Text.Json;
using BlueGreenServerless.Documents;

namespace BlueGreenServerless.Ports;

/// <summary>The host of the state machines: Step Functions or the embedded engine, with the same names, statuses and idempotency.</summary>
public interface IExecutions
{
    /// <summary>
    /// Starts an execution. The same name and input while it runs: the same execution, nothing started. The same name with another
    /// input, or closed: <see cref="StartResult.AlreadyExists"/>.
    /// </summary>
    /// <param name="machine">release, rollback or standby.</param>
    /// <param name="name">1 to 80 characters of <c>[0-9A-Za-z-_]</c>.</param>
    Task<StartResult> StartAsync(string machine, string name, JsonElement input, CancellationToken cancellationToken);

    /// <summary>Gives a state that waits for this task token its result.</summary>
    /// <exception cref="Failures.ReleaseNotFoundException">No state waits for the token (any more).</exception>
    Task SendTaskSuccessAsync(string token, JsonElement output, CancellationToken cancellationToken);

    Task SendTaskFailureAsync(string token, string error, string cause, CancellationToken cancellationToken);
}
