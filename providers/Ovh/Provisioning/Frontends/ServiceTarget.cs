using System.Text.Json.Nodes;
using BlueGreenServerless.Providers.Ovh.Balancing;
using BlueGreenServerless.Providers.Ovh.Provisioning.Machines;
using BlueGreenServerless.Traffic;

namespace BlueGreenServerless.Providers.Ovh.Provisioning.Frontends;

/// <summary>The target for bluegreen.yaml: the router's options with the ids of what was made.</summary>
internal sealed class ServiceTarget(OvhEnvironmentOptions options, StagedService service, ServiceMap map, IMachines machines)
{
    public async Task<JsonObject> WriteAsync(CancellationToken cancellationToken) =>
        await EnvironmentTarget.OfAsync(options, await RouterAsync(cancellationToken), machines, cancellationToken);

    private async Task<JsonObject> RouterAsync(CancellationToken cancellationToken)
    {
        var router = new JsonObject { ["provider"] = "ovh", ["service"] = options.Service };
        PlaceOfTarget.AddTo(router, options);
        var frontends = new JsonArray();
        foreach (var names in map.All)
        {
            frontends.Add((JsonNode)await FrontendAsync(names, cancellationToken));
        }

        router["frontends"] = frontends;
        var host = options.Host ?? (string?)(await service.Api.ServiceAsync(cancellationToken))["ipv4"];
        if (host is not null && map.All.FirstOrDefault(names => names.Plan.PreviewPort is not null || names.Plan.PreviewHeader is not null) is { } shown)
        {
            router["swap"] = options.Swap;
            router["address"] = EnvironmentTarget.Address(host, shown.Plan.Port);
            router["previewAddress"] = EnvironmentTarget.Address(host, shown.Plan.PreviewPort ?? shown.Plan.Port);
        }

        return router;
    }

    private async Task<JsonObject> FrontendAsync(FrontendNames names, CancellationToken cancellationToken)
    {
        var frontend = new JsonObject { ["protocol"] = names.Plan.Word, ["frontend"] = await map.IdAsync(names.Frontends, names.Production, cancellationToken) };
        foreach (var color in Enum.GetValues<Color>())
        {
            frontend[color.Lower()] = await map.IdAsync(names.Farms, names.Farm(color), cancellationToken);
        }

        if (names.Plan.Canary)
        {
            frontend["canary"] = await map.IdAsync(names.Farms, names.Canary, cancellationToken);
        }

        if (names.Plan.PreviewPort is not null)
        {
            frontend["preview"] = await map.IdAsync(names.Frontends, names.Preview, cancellationToken);
        }

        if (names.Plan.PreviewHeader is not null)
        {
            frontend["previewRoute"] = await map.IdAsync(names.Routes, names.Route, cancellationToken);
        }

        return frontend;
    }
}
