using System.Text.Json.Nodes;

namespace BlueGreenServerless.Providers.Ovh.Provisioning.Frontends;

/// <summary>An object that was made here and is not in the file any more. It is only destroyed.</summary>
/// <param name="collection">Where it is, for example <c>http/farm</c>.</param>
internal sealed class SurplusPart(StagedService service, Mark mark, string collection, string name) : StagedPart(service, mark, collection.Split('/')[^1], name, Mark.ColorOf(name))
{
    protected override string? Children => Kind switch { "farm" => "server", "route" => "rule", _ => null };

    protected override Task<string?> CollectionAsync(CancellationToken cancellationToken) => Task.FromResult<string?>(collection);

    protected override Task<JsonObject> BodyAsync(CancellationToken cancellationToken) => throw new InvalidOperationException($"The {Kind} '{Name}' is not in the file, so it is never made.");

    protected override Task<string?> DifferenceAsync(StagedObject found, CancellationToken cancellationToken) => Task.FromResult<string?>(null);
}
