using System.Globalization;
using System.Text.Json.Nodes;
using BlueGreenServerless.Traffic;

namespace BlueGreenServerless.Providers.Ovh.Provisioning.Frontends;

/// <summary>A front-end: of production, or the one beside it that shows the idle colour. Which farm it has is the releases' from then on.</summary>
internal sealed class FrontendPart(OvhEnvironmentOptions options, StagedService service, ServiceMap map, FrontendNames names, bool isPreview)
    : StagedPart(service, names.Mark, isPreview ? "preview" : "front-end", isPreview ? names.Preview : names.Production, null)
{
    private readonly int port = isPreview ? names.Plan.PreviewPort!.Value : names.Plan.Port;

    protected override Task<string?> CollectionAsync(CancellationToken cancellationToken) => Task.FromResult<string?>(names.Frontends);

    protected override async Task<JsonObject> BodyAsync(CancellationToken cancellationToken)
    {
        var live = await map.FirstAsync(cancellationToken);
        return new JsonObject
        {
            ["port"] = port.ToString(CultureInfo.InvariantCulture),
            ["zone"] = options.Zone,
            ["defaultFarmId"] = await map.IdAsync(names.Farms, names.Farm(isPreview ? live.Other() : live), cancellationToken),
            ["disabled"] = false,
        };
    }

    protected override Task<string?> DifferenceAsync(StagedObject found, CancellationToken cancellationToken) => Task.FromResult(
        (string?)found.Whole["zone"] != options.Zone ? $"is in the zone '{found.Whole["zone"]}'. By the file it must be '{options.Zone}'."
        : !PortList.Of((string?)found.Whole["port"]).Contains(port) ? $"has the port '{found.Whole["port"]}'. By the file it must be '{port}'."
        : null);

    protected override async Task<string?> ObstacleAsync(CancellationToken cancellationToken)
    {
        foreach (var collection in new[] { "http/frontend", "tcp/frontend" })
        {
            if ((await Service.ListAsync(collection, cancellationToken)).FirstOrDefault(IsInTheWay) is { } other)
            {
                return $"The front-end '{other.Path}' of '{Service.Api.Service}' ('{other.Name}') has the port '{other.Whole["port"]}' in '{other.Whole["zone"]}', and was not made here. " +
                    $"The port '{port}' must be free in '{options.Zone}'. Take another port, or delete it.";
            }
        }

        return null;
    }

    private bool IsInTheWay(StagedObject other) =>
        ((string?)other.Whole["zone"] is "all" || options.Zone == "all" || (string?)other.Whole["zone"] == options.Zone) && PortList.Of((string?)other.Whole["port"]).Contains(port);
}
