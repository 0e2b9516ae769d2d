using System.Collections.Concurrent;
using System.Text;
using System.Text.Json;
using Amazon.Lambda.TestUtilities;
using BlueGreenServerless.Engine;
using BlueGreenServerless.VirtualCloud.Clock;

namespace BlueGreenServerless.VirtualCloud.Machine;

/// <summary>Calls the functions by their Lambda entry point, with bytes in and bytes out.</summary>
internal sealed class CloudFunctions(Sandboxes sandboxes, Strands strands) : IFunctionHost
{
    /// <summary>What the deployment gives every function.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(60);

    /// <summary>How often each function was called.</summary>
    public ConcurrentDictionary<string, int> Calls { get; } = new(StringComparer.Ordinal);

    /// <summary>Is told of every call before it begins.</summary>
    public Action<string>? Called { get; set; }

    /// <summary>What goes wrong with a stage; null for nothing.</summary>
    public StageTrouble? Trouble { get; set; }

    public Task<JsonElement> InvokeAsync(string functionName, JsonElement payload, CancellationToken cancellationToken) => strands.RunAsync(functionName, async () =>
    {
        Calls.AddOrUpdate(functionName, 1, (_, before) => before + 1);
        Called?.Invoke(functionName);
        return Trouble is { } trouble && trouble.Hits(functionName.Split('-')[1])
            ? await trouble.RunAsync(() => RunAsync(functionName, payload), cancellationToken)
            : await RunAsync(functionName, payload);
    }, cancellationToken);

    private Task<JsonElement> RunAsync(string functionName, JsonElement payload) => sandboxes.UseAsync(functionName, async sandbox =>
    {
        using var input = new MemoryStream(Encoding.UTF8.GetBytes(payload.GetRawText()), writable: false);
        await using var output = await sandbox.Stage.RunAsync(input, new TestLambdaContext { FunctionName = functionName, RemainingTime = Longest });
        return await JsonSerializer.DeserializeAsync<JsonElement>(output);
    });
}
