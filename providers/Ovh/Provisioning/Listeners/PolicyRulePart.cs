using System.Text.Json.Nodes;
using BlueGreenServerless.Failures;
using BlueGreenServerless.Ports;
using BlueGreenServerless.Traffic;

namespace BlueGreenServerless.Providers.Ovh.Provisioning.Listeners;

/// <summary>The rule of the preview's policy: a header is the value. Rules have no names, so it is known by what it says.</summary>
internal sealed class PolicyRulePart(RegionObjects objects, ListenerNames names) : IEnvironmentPart
{
    public string Kind => "rule";

    public string Name => names.Preview;

    public Color? Color => null;

    public static bool Is(JsonObject rule, ListenerNames names)
    {
        var header = names.Plan.PreviewHeader!.Split(": ", 2);
        return (string?)rule["ruleType"] == "header" && (string?)rule["compareType"] == "equalTo" && (bool?)rule["invert"] != true
            && (string?)rule["key"] == header[0] && (string?)rule["value"] == header[1];
    }

    public async Task<PartLook> LookAsync(CancellationToken cancellationToken) => (await RulesAsync(cancellationToken)).Any(rule => Is(rule, names)) ? PartLook.Ready : PartLook.Missing;

    public Task<MonthlyPrice> PriceAsync(CancellationToken cancellationToken) => Task.FromResult(MonthlyPrice.Nothing);

    public async Task MakeAsync(CancellationToken cancellationToken)
    {
        var header = names.Plan.PreviewHeader!.Split(": ", 2);
        var collection = await CollectionAsync(cancellationToken) ?? throw new ProviderUnavailableException(
            $"The rule of the policy '{Name}' cannot be made before the policy. It must be there first. It is tried again; look for somebody else who changes the load balancer.");
        await objects.AddAsync(
            collection, new JsonObject { ["ruleType"] = "header", ["compareType"] = "equalTo", ["key"] = header[0], ["value"] = header[1], ["invert"] = false }, cancellationToken);
    }

    public async Task DestroyAsync(CancellationToken cancellationToken)
    {
        objects.Forget();
        foreach (var rule in (await RulesAsync(cancellationToken)).Where(rule => Is(rule, names)))
        {
            await objects.RemoveAsync($"{await CollectionAsync(cancellationToken)}/{rule["id"]}", cancellationToken);
        }
    }

    private async Task<IReadOnlyList<JsonObject>> RulesAsync(CancellationToken cancellationToken) =>
        await CollectionAsync(cancellationToken) is { } collection ? await objects.ListAsync(collection, cancellationToken) : [];

    private async Task<string?> CollectionAsync(CancellationToken cancellationToken)
    {
        if (await objects.FindAsync("listener", names.Production, cancellationToken) is not { } listener)
        {
            return null;
        }

        var policies = await objects.ListAsync($"l7Policy?listenerId={listener["id"]}", cancellationToken);
        return policies.FirstOrDefault(policy => (string?)policy["name"] == names.Preview) is { } found ? $"l7Policy/{found["id"]}/l7Rule" : null;
    }
}
