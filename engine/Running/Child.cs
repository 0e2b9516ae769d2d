using System.Text.Json;
using BlueGreenServerless.Engine.Language;

namespace BlueGreenServerless.Engine.Running;

/// <summary>An inner branch that is to be run.</summary>
/// <param name="Input">Makes its input, when it starts.</param>
internal sealed record Child(StateGraph Graph, MapItem? Item, Func<JsonElement> Input);
