using System.Text.Json;
using Amazon.Lambda.Annotations;
using Amazon.Lambda.Core;
using BlueGreenServerless.Failures;
using BlueGreenServerless.Functions.Hosting.Logging;
using Microsoft.Extensions.Logging;

namespace BlueGreenServerless.Functions.Hosting;

/// <summary>
/// The entry point of every stage and provider: one package, deployed many times, each with its own name and its own rights. The name of
/// the function, <c>prefix-Stage</c> or <c>prefix-Stage-provider</c>, says which stage runs.
/// </summary>
public sealed class StageHandler(StageRunner runner, MetricLines metrics, TimeProvider time, ILoggerFactory logs)
{
    private readonly ILogger log = logs.CreateLogger("Stage");

    /// <param name="input">The document, as the state machine hands it over.</param>
    /// <exception cref="ReleaseException">The stage failed as expected; its class name is what the definitions catch.</exception>
    [LambdaFunction(ResourceName = "Stage")]
    public async Task<Stream> RunAsync(Stream input, ILambdaContext context)
    {
        using var document = await JsonDocument.ParseAsync(input);
        var call = StageCall.Of(context.FunctionName, runner.Prefix, document.RootElement);
        using var scope = log.BeginScope(call.Fields);
        using var deadline = Deadline.Of(context, time);
        var begin = time.GetTimestamp();
        try
        {
            var output = await RunAsync(context.FunctionName, document.RootElement, deadline.Token);
            log.LogInformation("{Function} ended", context.FunctionName);
            metrics.StageEnded(call, time.GetElapsedTime(begin), failed: false);
            metrics.Tell(call, output);
            return new MemoryStream(JsonSerializer.SerializeToUtf8Bytes(output), writable: false);
        }
        catch (Exception failure)
        {
            log.LogError("{Function} failed: {Error} {Cause}", context.FunctionName, failure.GetType().Name, failure.Message);
            metrics.StageEnded(call, time.GetElapsedTime(begin), failed: true);
            throw;
        }
    }

    private async Task<JsonElement> RunAsync(string function, JsonElement document, CancellationToken deadline)
    {
        try
        {
            return await runner.InvokeAsync(function, document, deadline);
        }
        catch (OperationCanceledException cut) when (deadline.IsCancellationRequested)
        {
            throw new ProviderUnavailableException(
                $"The function '{function}' did not end within its time. Stages end in seconds when the APIs that they call answer. It is tried again.", cut);
        }
    }
}
