using System.Collections.Concurrent;
using System.Text.Json;

namespace BlueGreenServerless.Engine.Tests;

/// <summary>Functions by name; every call is written down.</summary>
public sealed class TestFunctions : IFunctionHost
{
    private readonly ConcurrentDictionary<string, Func<JsonElement, CancellationToken, Task<JsonElement>>> functions = new(StringComparer.Ordinal);

    public ConcurrentQueue<(string Name, string Payload)> Calls { get; } = [];

    public TestFunctions Add(string name, Func<JsonElement, JsonElement> body) => Add(name, (payload, _) => Task.FromResult(body(payload)));

    public TestFunctions Add(string name, Func<JsonElement, CancellationToken, Task<JsonElement>> body)
    {
        functions[name] = body;
        return this;
    }

    /// <summary>Fails so many times, then gives its input back.</summary>
    public TestFunctions AddFailing(string name, int times, Func<Exception> failure)
    {
        var left = times;
        return Add(name, payload => Interlocked.Decrement(ref left) >= 0 ? throw failure() : payload);
    }

    public Task<JsonElement> InvokeAsync(string functionName, JsonElement payload, CancellationToken cancellationToken)
    {
        Calls.Enqueue((functionName, payload.GetRawText()));
        return functions.TryGetValue(functionName, out var body)
            ? body(payload, cancellationToken)
            : throw new InvalidOperationException($"no function {functionName}");
    }
}
