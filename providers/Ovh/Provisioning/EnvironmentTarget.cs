using System.Text.Json;
using System.Text.Json.Nodes;
using BlueGreenServerless.Documents;
using BlueGreenServerless.Plans;
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
            ["hosts"] = await HostsOfTarget.WriteAsync(options.User, machines, cancellationToken),
        };
        if (machines.Fleet() is { } fleet)
        {
            PlaceOfTarget.AddTo(fleet, options);
            target["fleet"] = fleet;
        }

        return target;
    }

    /// <summary>Whether router or fleet of a target have this value: the service or project that the environment is in.</summary>
    public static bool Has(TargetState target, string key, string? value) => value is not null && new[] { target.Router, target.Fleet }.OfType<PortBinding>().Any(binding =>
        binding.Options.ValueKind == JsonValueKind.Object && binding.Options.TryGetProperty(key, out var given) && given.ValueKind == JsonValueKind.String && given.GetString() == value);

    public static string Address(string host, int port) => port switch { 80 => $"http://{host}", 443 => $"https://{host}", _ => $"http://{host}:{port}" };
}
