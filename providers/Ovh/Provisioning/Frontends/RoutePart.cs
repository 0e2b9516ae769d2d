using System.Globalization;
using System.Text.Json.Nodes;

namespace BlueGreenServerless.Providers.Ovh.Provisioning.Frontends;

/// <summary>
/// A route of the production front-end for requests with the preview's header. It is made with the farm of the colour that is live: should it go
/// live without its rule, it leads users where they are anyway. Releases point it at the idle colour.
/// </summary>
internal sealed class RoutePart(StagedService service, ServiceMap map, FrontendNames names) : StagedPart(service, names.Mark, "route", names.Route, null)
{
    protected override string? Children => "rule";

    protected override Task<string?> CollectionAsync(CancellationToken cancellationToken) => Task.FromResult<string?>(names.Routes);

    protected override async Task<JsonObject> BodyAsync(CancellationToken cancellationToken)
    {
        var live = await map.FirstAsync(cancellationToken);
        var farm = await map.IdAsync(names.Farms, names.Farm(live), cancellationToken);
        return new JsonObject
        {
            ["frontendId"] = await map.IdAsync(names.Frontends, names.Production, cancellationToken),
            ["weight"] = 1,
            ["action"] = new JsonObject { ["type"] = "farm", ["target"] = farm.ToString(CultureInfo.InvariantCulture) },
        };
    }

    protected override async Task<string?> DifferenceAsync(StagedObject found, CancellationToken cancellationToken)
    {
        var production = await map.FindAsync(names.Frontends, names.Production, cancellationToken);
        return (long?)found.Whole["frontendId"] == production?.Id ? null
            : $"belongs to the front-end '{found.Whole["frontendId"]}'. It must be '{production?.Id.ToString(CultureInfo.InvariantCulture) ?? names.Production}'.";
    }
}
