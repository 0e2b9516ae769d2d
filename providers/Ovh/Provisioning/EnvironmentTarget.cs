using System.Text.Json.Nodes;
using BlueGreenServerless.Providers.Ovh.Provisioning.Machines;

namespace BlueGreenServerless.Providers.Ovh.Provisioning;

/// <summary>A target for bluegreen.yaml: what goes around the options of its router.</summary>
internal static class EnvironmentTarget
{
    public static async Task<JsonObject> OfAsync(OvhEnvironmentBase options, JsonObject router, IMachines machines, CancellationToken cancellationToken)
    {
        var target = new JsonObject
        {
            ["name"] = options.Name,
            ["router"] = router,
            ["hosts"] = await HostsOfTarget.WriteAsync(machines, cancellationToken),
        };
        if (machines.Fleet() is { } fleet)
        {
            PlaceOfTarget.AddTo(fleet, options);
            target["fleet"] = fleet;
        }

        return target;
    }

    public static string Address(string host, int port) => port switch { 80 => $"http://{host}", 443 => $"https://{host}", _ => $"http://{host}:{port}" };
}
