using System.Text.Json;

namespace BlueGreenServerless.Engine.States;

/// <summary>Where a state leads, with what; nowhere when Next is null.</summary>
internal readonly record struct Transition(string? Next, JsonElement Output);
