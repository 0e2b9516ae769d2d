using System.Text.Json.Nodes;
using BlueGreenServerless.Ports;
using BlueGreenServerless.Providers.Ovh.Provisioning.Machines;
using BlueGreenServerless.Traffic;

namespace BlueGreenServerless.Providers.Ovh.Provisioning.Listeners;

/// <summary>The load balancer itself, with a private address, and a public one where asked for (<c>cloud.loadbalancing.Loadbalancer.CreateInput</c>).</summary>
internal sealed class BalancerPart(OvhCloudEnvironmentOptions options, OvhBalancerTemplate template, RegionObjects objects, PriceList prices) : IEnvironmentPart
{
    public string Kind => "load balancer";

    public string Name => objects.BalancerName;

    public Color? Color => null;

    public async Task<PartLook> LookAsync(CancellationToken cancellationToken)
    {
        var found = await FoundAsync(cancellationToken);
        return found switch
        {
            [] => PartLook.Missing,
            [var one] => await LookAsync(one, cancellationToken),
            _ => PartLook.Different($"The project '{options.Project}' has '{found.Count}' load balancers '{Name}' in '{options.Region}'. There must be one: it is found by its name. Rename or delete the others."),
        };
    }

    /// <summary>The plans of the catalogue are named after sizes; a floating IP and a gateway have plans of their own.</summary>
    public Task<MonthlyPrice> PriceAsync(CancellationToken cancellationToken)
    {
        Func<JsonObject, bool> size = plan => (string?)plan["planCode"] is { } code && code.StartsWith("octavia-loadbalancer.loadbalancer-", StringComparison.Ordinal)
            && code.EndsWith(".hour.consumption", StringComparison.Ordinal) && (string?)plan["blobs"]?["technical"]?["name"] == template.Flavor;
        Func<JsonObject, bool> address = plan => (string?)plan["planCode"] == "floatingip.floatingip.hour.consumption";
        Func<JsonObject, bool> gateway = plan => (string?)plan["planCode"] == "gateway.s.hour.consumption";
        return prices.OfAsync([size, .. template.Public ? [address] : Array.Empty<Func<JsonObject, bool>>(), .. template is { Public: true, Gateway: null } ? [gateway] : Array.Empty<Func<JsonObject, bool>>()], cancellationToken);
    }

    public async Task MakeAsync(CancellationToken cancellationToken)
    {
        var network = new JsonObject { ["network"] = new JsonObject { ["id"] = template.Network, ["subnetId"] = template.Subnet } };
        if (template.Public)
        {
            network["floatingIpCreate"] = new JsonObject { ["description"] = Name };
            (network[template.Gateway is null ? "gatewayCreate" : "gateway"]) = template.Gateway is { } gateway
                ? new JsonObject { ["id"] = gateway } : new JsonObject { ["model"] = "s", ["name"] = Name };
        }

        await objects.AddBalancerAsync(
            new JsonObject { ["name"] = Name, ["flavorId"] = await objects.FlavorAsync(template.Flavor, cancellationToken), ["network"] = new JsonObject { ["private"] = network } }, cancellationToken);
    }

    /// <summary>OVH refuses to delete one that still has listeners or pools, so nothing that was not made here goes with it.</summary>
    public async Task DestroyAsync(CancellationToken cancellationToken)
    {
        objects.Forget();
        foreach (var one in (await FoundAsync(cancellationToken)).Where(each => (string?)each["provisioningStatus"] is not ("deleting" or "deleted")))
        {
            await objects.RemoveBalancerAsync((string)one["id"]!, cancellationToken);
        }
    }

    private async Task<IReadOnlyList<JsonObject>> FoundAsync(CancellationToken cancellationToken) =>
        [.. (await objects.ListAsync("loadbalancer", cancellationToken)).Where(each => (string?)each["name"] == Name && (string?)each["provisioningStatus"] != "deleted")];

    private async Task<PartLook> LookAsync(JsonObject one, CancellationToken cancellationToken)
    {
        switch ((string?)one["provisioningStatus"])
        {
            case "creating" or "deleting":
                return objects.Coming(one);
            case "error":
                return PartLook.Different($"The load balancer '{Name}' ('{one["id"]}') is in 'error': OVH could not make it. It must be 'active'. Delete it, and run the command again.");
        }

        var flavor = await objects.FlavorAsync(template.Flavor, cancellationToken);
        return (flavor is null || (string?)one["flavorId"] == flavor) && string.Equals((string?)one["vipSubnetId"], template.Subnet, StringComparison.OrdinalIgnoreCase) ? PartLook.Ready
            : PartLook.Different($"The load balancer '{Name}' ('{one["id"]}') has the size '{one["flavorId"]}' and the subnet '{one["vipSubnetId"]}'. By the file they must be '{flavor}' and '{template.Subnet}'. Correct the file, or destroy it and make it again.");
    }
}
