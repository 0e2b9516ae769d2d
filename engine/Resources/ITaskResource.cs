using System.Text.Json;
using BlueGreenServerless.Engine.Language;

namespace BlueGreenServerless.Engine.Resources;

/// <summary>What a Task can be handed to.</summary>
internal interface ITaskResource
{
    /// <summary>Its answer comes from outside, with a token.</summary>
    bool NeedsToken { get; }

    /// <summary>What it started goes on when this process dies, so it is waited for again, not started again.</summary>
    bool OutlivesProcess { get; }

    /// <summary>The function or machine, for the history.</summary>
    JsonElement Target(JsonElement arguments);

    /// <exception cref="StateFailedException">It failed or took too long.</exception>
    Task<JsonElement> RunAsync(TaskAttempt attempt);
}
