using System.Text.Json;
using BlueGreenServerless.AwsStand.Template;
using BlueGreenServerless.Engine;

namespace BlueGreenServerless.AwsStand.Lambda;

/// <summary>
/// Every deployed function, loaded once and called at the same time by whoever calls. As in Lambda, a call that its state machine does not
/// wait for any more goes on to its end.
/// </summary>
public sealed class LambdaFunctions : IFunctionHost
{
    private readonly Dictionary<string, LambdaFunction> functions;
    private readonly FunctionLog log = new();
    private int running;

    internal LambdaFunctions(IEnumerable<DeployedFunction> deployed, TimeProvider clock) =>
        functions = deployed.ToDictionary(function => function.Name, function => LambdaFunction.Load(function, clock, log), StringComparer.Ordinal);

    /// <summary>What all functions have logged so far, one JSON object a line.</summary>
    public string Log => log.ToString();

    /// <summary>Calls under way.</summary>
    public int Running => Volatile.Read(ref running);

    public Task<JsonElement> InvokeAsync(string functionName, JsonElement payload, CancellationToken cancellationToken) => InvokeAsync(functionName, payload.GetRawText());

    /// <exception cref="Exception">What the function failed with.</exception>
    public async Task<JsonElement> InvokeAsync(string functionName, string json)
    {
        var function = functions.GetValueOrDefault(functionName)
            ?? throw new InvalidOperationException($"There is no function '{functionName}'. Deployed are {string.Join(", ", functions.Keys)}.");
        Interlocked.Increment(ref running);
        try
        {
            return await function.InvokeAsync(json);
        }
        finally
        {
            Interlocked.Decrement(ref running);
        }
    }
}
