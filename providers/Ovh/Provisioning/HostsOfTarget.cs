using System.Text.Json.Nodes;
using BlueGreenServerless.Providers.Ovh.Provisioning.Machines;
using BlueGreenServerless.Traffic;

namespace BlueGreenServerless.Providers.Ovh.Provisioning;

/// <summary>The hosts of a target as the ssh client reaches them; whoever uses another way writes that instead.</summary>
internal static class HostsOfTarget
{
    public static async Task<JsonObject> WriteAsync(string? asked, IMachines machines, CancellationToken cancellationToken)
    {
        var hosts = new JsonObject { ["provider"] = "ssh" };
        if ((asked ?? await machines.UserAsync(cancellationToken)) is { } user)
        {
            hosts["user"] = user;
        }

        foreach (var color in Enum.GetValues<Color>())
        {
            var list = new JsonArray();
            foreach (var machine in machines.All.Where(machine => machine.Color == color))
            {
                list.Add((JsonNode)$"{machine.Name}={await machines.AddressAsync(machine, cancellationToken)}");
            }

            hosts[color.Lower()] = list;
        }

        return hosts;
    }
}
