using System.Text.Json;
using BlueGreenServerless.Serialization;

namespace BlueGreenServerless.Functions;

/// <summary>One line of the <see cref="StageCatalog"/>.</summary>
/// <param name="Name">Name of the state, the folder and the function.</param>
/// <param name="In">Type of the document that goes in.</param>
/// <param name="Out">Type of the document that comes out.</param>
public sealed record StageEntry(
    string Name, StageScope Scope, Type In, Type Out, Func<StageServices, JsonElement, CancellationToken, Task<JsonElement>> InvokeAsync)
{
    /// <summary>The name that the definitions call, for example <c>bluegreen-Plan</c>, or with the provider's name at the end.</summary>
    public string FunctionName(string prefix, string? provider) => Scope == StageScope.None ? $"{prefix}-{Name}" : $"{prefix}-{Name}-{provider}";

    internal static StageEntry Of<TIn, TOut>(string name, StageScope scope, Func<StageServices, IStage<TIn, TOut>> make) =>
        new(name, scope, typeof(TIn), typeof(TOut), async (services, payload, cancellationToken) =>
            ReleaseJson.ToElement(await make(services).RunAsync(ReleaseJson.FromElement<TIn>(payload), cancellationToken)));
}
