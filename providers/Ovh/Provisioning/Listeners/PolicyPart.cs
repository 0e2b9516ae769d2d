using System.Text.Json.Nodes;
using BlueGreenServerless.Failures;

namespace BlueGreenServerless.Providers.Ovh.Provisioning.Listeners;

/// <summary>
/// An L7 policy of the production listener for requests with the preview's header. It is made with the pool of the colour that is live, so that it
/// does no harm before it has its rule. Releases point it at the idle colour.
/// </summary>
internal sealed class PolicyPart(RegionObjects objects, PoolMap map, ListenerNames names) : CloudPart(objects, "policy", names.Preview, null)
{
    protected override Task<string?> CollectionAsync(CancellationToken cancellationToken) => Task.FromResult<string?>("l7Policy");

    protected override async Task<IReadOnlyList<JsonObject>> CandidatesAsync(CancellationToken cancellationToken) =>
        await Objects.FindAsync("listener", names.Production, cancellationToken) is { } found ? await Objects.ListAsync($"l7Policy?listenerId={found["id"]}", cancellationToken) : [];

    protected override async Task<JsonObject> BodyAsync(CancellationToken cancellationToken)
    {
        var live = await map.FirstAsync(cancellationToken);
        return new JsonObject
        {
            ["name"] = Name,
            ["listenerId"] = await Objects.IdAsync("listener", names.Production, cancellationToken),
            ["action"] = "redirectToPool",
            ["redirectPoolId"] = await Objects.IdAsync("pool", names.Pool(live), cancellationToken),
            ["position"] = 1,
        };
    }

    protected override Task<string?> DifferenceAsync(JsonObject found, CancellationToken cancellationToken) => Task.FromResult(
        (string?)found["action"] == "redirectToPool" ? null : $"does '{found["action"]}'. It must be 'redirectToPool'.");

    /// <summary>Deleting a policy deletes its rules.</summary>
    protected override async Task RefuseLossAsync(JsonObject found, CancellationToken cancellationToken)
    {
        var rules = await Objects.ListAsync($"l7Policy/{found["id"]}/l7Rule", cancellationToken);
        if (rules.FirstOrDefault(rule => !PolicyRulePart.Is(rule, names)) is { } other)
        {
            throw new ProviderRefusedException(
                $"The policy '{Name}' ('{found["id"]}') has the rule '{other["ruleType"]} {other["key"]} {other["value"]}', which was not made here. " +
                "A policy that is deleted must have no other rules. Delete the rule, and run the command again.");
        }
    }
}
