using System.Collections.Immutable;
using System.Text.Json;

namespace BlueGreenServerless.Engine.Running;

/// <summary>Where a branch is: all that is needed to go on from there.</summary>
/// <param name="Input">The state's raw input; the output when the branch is done.</param>
/// <param name="Retries">How often each retrier of the state has been used.</param>
/// <param name="Due">When the wait ends, the retry is made or the task times out.</param>
/// <param name="Token">The task token of the current attempt.</param>
internal sealed record Position(
    string State,
    JsonElement Input,
    DateTimeOffset Entered,
    ImmutableArray<int> Retries,
    Phase Phase,
    DateTimeOffset? Due = null,
    string? Token = null,
    string? Error = null,
    string? Cause = null);
