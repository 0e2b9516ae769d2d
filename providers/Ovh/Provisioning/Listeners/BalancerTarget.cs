using System.Text.Json.Nodes;
using BlueGreenServerless.Providers.Ovh.Provisioning.Machines;
using BlueGreenServerless.Traffic;

namespace BlueGreenServerless.Providers.Ovh.Provisioning.Listeners;

/// <summary>The target for bluegreen.yaml: the router's options with the ids of what was made.</summary>
internal sealed class BalancerTarget(OvhCloudEnvironmentOptions options, RegionObjects objects, PoolMap map, IMachines machines)
{
    public async Task<JsonObject> WriteAsync(CancellationToken cancellationToken) =>
        await EnvironmentTarget.OfAsync(options, await RouterAsync(cancellationToken), machines, cancellationToken);

    private async Task<JsonObject> RouterAsync(CancellationToken cancellationToken)
    {
        var balancer = await objects.BalancerAsync(cancellationToken);
        var router = new JsonObject { ["provider"] = "ovh-cloud", ["project"] = options.Project, ["region"] = options.Region, ["loadBalancer"] = (string?)balancer?["id"] };
        PlaceOfTarget.AddTo(router, options);
        var listeners = new JsonArray();
        foreach (var names in map.All)
        {
            listeners.Add((JsonNode)await ListenerAsync(names, cancellationToken));
        }

        router["listeners"] = listeners;
        var host = options.Host ?? (string?)balancer?["floatingIp"]?["ip"] ?? (string?)balancer?["vipAddress"];
        if (host is not null && map.All.FirstOrDefault(names => names.Plan.PreviewPort is not null || names.Plan.PreviewHeader is not null) is { } shown)
        {
            router["previewAddress"] = EnvironmentTarget.Address(host, shown.Plan.PreviewPort ?? shown.Plan.Port);
        }

        return router;
    }

    private async Task<JsonObject> ListenerAsync(ListenerNames names, CancellationToken cancellationToken)
    {
        var listener = new JsonObject { ["listener"] = await objects.IdAsync("listener", names.Production, cancellationToken) };
        foreach (var color in Enum.GetValues<Color>())
        {
            listener[color.Lower()] = await objects.IdAsync("pool", names.Pool(color), cancellationToken);
        }

        if (names.Plan.Canary)
        {
            listener["canary"] = await objects.IdAsync("pool", names.Canary, cancellationToken);
        }

        if (names.Plan.PreviewPort is not null)
        {
            listener["preview"] = await objects.IdAsync("listener", names.Preview, cancellationToken);
        }

        if (names.Plan.PreviewHeader is not null)
        {
            var policies = await objects.ListAsync($"l7Policy?listenerId={listener["listener"]}", cancellationToken);
            listener["previewPolicy"] = (string?)policies.First(policy => (string?)policy["name"] == names.Preview)["id"];
        }

        return listener;
    }
}
