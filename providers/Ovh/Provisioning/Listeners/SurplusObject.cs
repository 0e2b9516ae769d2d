using System.Text.Json.Nodes;

namespace BlueGreenServerless.Providers.Ovh.Provisioning.Listeners;

/// <summary>An object that was made here and is not in the file any more. It is only destroyed.</summary>
/// <param name="collection">Where it is, for example <c>pool/{id}/member</c>.</param>
/// <param name="list">Reads what is there.</param>
internal sealed class SurplusObject(RegionObjects objects, string collection, string name, Func<CancellationToken, Task<IReadOnlyList<JsonObject>>> list)
    : CloudPart(objects, collection.Split('/')[^1], name, Mark.ColorOf(name))
{
    protected override Task<string?> CollectionAsync(CancellationToken cancellationToken) => Task.FromResult<string?>(collection);

    protected override Task<IReadOnlyList<JsonObject>> CandidatesAsync(CancellationToken cancellationToken) => list(cancellationToken);

    protected override Task<JsonObject> BodyAsync(CancellationToken cancellationToken) => throw new InvalidOperationException($"The {Kind} '{Name}' is not in the file, so it is never made.");

    protected override Task<string?> DifferenceAsync(JsonObject found, CancellationToken cancellationToken) => Task.FromResult<string?>(null);
}
