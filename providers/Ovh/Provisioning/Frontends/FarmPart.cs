using System.Text.Json.Nodes;

namespace BlueGreenServerless.Providers.Ovh.Provisioning.Frontends;

/// <summary>A farm with its probe. Both colours share all of them: a preview may use the farm of a colour that has no servers.</summary>
internal sealed class FarmPart(OvhEnvironmentOptions options, StagedService service, FrontendNames names, string name) : StagedPart(service, names.Mark, "farm", name, null)
{
    protected override string? Children => "server";

    protected override Task<string?> CollectionAsync(CancellationToken cancellationToken) => Task.FromResult<string?>(names.Farms);

    protected override Task<JsonObject> BodyAsync(CancellationToken cancellationToken)
    {
        var body = new JsonObject { ["zone"] = options.Zone, ["balance"] = "roundrobin", ["probe"] = Probe() };
        if (options.VrackNetwork is { } network)
        {
            body["vrackNetworkId"] = network;
        }

        return Task.FromResult(body);
    }

    protected override Task<string?> DifferenceAsync(StagedObject found, CancellationToken cancellationToken)
    {
        var (probe, wanted) = (found.Whole["probe"] as JsonObject, Probe());
        return Task.FromResult(
            (string?)found.Whole["zone"] != options.Zone ? $"is in the zone '{found.Whole["zone"]}'. By the file it must be '{options.Zone}'."
            : (string?)probe?["type"] != (string?)wanted["type"] || (string?)probe?["url"] != (string?)wanted["url"]
                ? $"has the probe '{probe?["type"]} {probe?["url"]}'. By the file it must be '{wanted["type"]} {wanted["url"]}'."
            : null);
    }

    /// <summary>Everything is said, because the sources disagree about what OVH takes for granted.</summary>
    private JsonObject Probe() => names.Plan.ProbePath is { } path
        ? new JsonObject { ["type"] = "http", ["method"] = "GET", ["url"] = path, ["match"] = "status", ["pattern"] = "200", ["interval"] = names.Plan.ProbeInterval }
        : new JsonObject { ["type"] = "tcp", ["interval"] = names.Plan.ProbeInterval };
}
