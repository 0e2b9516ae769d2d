using System.Text.Json;
using BlueGreenServerless.Ports;

namespace BlueGreenServerless.Engine.Running;

/// <summary>What a state that starts executions needs of the engine.</summary>
internal interface IChildExecutions
{
    bool Knows(string machine);

    /// <param name="parent">The task attempt that starts it. An execution that this same attempt started already counts as running.</param>
    Task<StartResult> StartAsync(string machine, string name, JsonElement input, string? parent);

    /// <summary>Waits until it is closed; also comes back when this branch is cut or the engine stops.</summary>
    Task<Execution> WaitAsync(string machine, string name, Branch branch, DateTimeOffset until);

    Task StopAsync(string machine, string name, string error, string cause);
}
