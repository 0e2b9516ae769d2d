using System.Text.Json;
using BlueGreenServerless.Engine;
using BlueGreenServerless.Functions;

namespace BlueGreenServerless.Cli.Hosting;

/// <summary>Runs the engine's Task states with the functions of this process.</summary>
internal sealed class StageHost : IFunctionHost
{
    /// <summary>Set once, after the engine that the functions start executions with.</summary>
    public StageRunner? Runner { get; set; }

    public Task<JsonElement> InvokeAsync(string functionName, JsonElement payload, CancellationToken cancellationToken) =>
        (Runner ?? throw new InvalidOperationException("The stages are not connected to the engine.")).InvokeAsync(functionName, payload, cancellationToken);
}
