using System.Text.Json;
using BlueGreenServerless.Failures;
using Microsoft.Extensions.Logging;

namespace BlueGreenServerless.Functions;

/// <summary>Runs the function that a definition names, in this process.</summary>
/// <param name="prefix">What the definitions' <c>${FunctionPrefix}</c> is substituted with.</param>
public sealed class StageRunner(StageServices services, string prefix = "bluegreen")
{
    private readonly ILogger log = services.Logs.CreateLogger("Stages");

    public string Prefix => prefix;

    /// <param name="functionName">For example <c>bluegreen-Plan</c>, or <c>bluegreen-ShiftTraffic-</c> and the provider's name.</param>
    /// <exception cref="ReleaseException">What the stage failed with.</exception>
    /// <exception cref="InvalidRequestException">There is no such function.</exception>
    public async Task<JsonElement> InvokeAsync(string functionName, JsonElement payload, CancellationToken cancellationToken)
    {
        var stage = Find(functionName);
        try
        {
            return await stage.InvokeAsync(services, payload, cancellationToken);
        }
        catch (ReleaseException failure)
        {
            log.LogWarning("{Function} failed with {Error}: {Cause}", functionName, failure.GetType().Name, failure.Message);
            throw;
        }
    }

    private StageEntry Find(string functionName)
    {
        var rest = functionName.StartsWith(prefix + "-", StringComparison.Ordinal) ? functionName[(prefix.Length + 1)..] : functionName;
        var name = rest.Split('-', 2);
        var stage = StageCatalog.Find(name[0]);
        if (stage is null || rest == functionName || (stage.Scope == StageScope.None) != (name.Length == 1))
        {
            throw new InvalidRequestException(
                $"There is no function '{functionName}'. Known are '{prefix}-<stage>' and, where a provider is touched, '{prefix}-<stage>-<provider>' " +
                $"with the stages {string.Join(", ", StageCatalog.All.Select(known => known.Name))}. Correct the name in the state machine's definition.");
        }

        return stage;
    }
}
