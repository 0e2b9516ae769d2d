using System.Text.Json;
using BlueGreenServerless.Engine.Language;

namespace BlueGreenServerless.Engine.Paths;

/// <summary>What paths and intrinsic functions see: the input (<c>$</c>), the context object (<c>$$</c>, made when first asked for), ids and chance.</summary>
internal sealed class Scope(JsonElement input, Func<JsonElement> context, Func<Guid> newId, Func<double> nextRandom)
{
    private JsonElement? madeContext;

    public JsonElement Input { get; } = input;

    public JsonElement Context => madeContext ??= context();

    public Func<Guid> NewId { get; } = newId;

    public Func<double> NextRandom { get; } = nextRandom;

    public Scope With(JsonElement otherInput) => new(otherInput, () => Context, NewId, NextRandom);

    public JsonElement? Find(ReferencePath path) => path.Find(path.IsContext ? Context : Input);

    /// <exception cref="StateFailedException">Nothing is there.</exception>
    public JsonElement Get(ReferencePath path, string field, string error = ErrorNames.Runtime) => Find(path) ?? throw new StateFailedException(
        error, $"The path '{path}' of the field '{field}' finds nothing in the {(path.IsContext ? "context object" : "input")}.");
}
