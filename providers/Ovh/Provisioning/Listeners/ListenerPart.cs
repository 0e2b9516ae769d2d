using System.Text.Json.Nodes;
using BlueGreenServerless.Traffic;

namespace BlueGreenServerless.Providers.Ovh.Provisioning.Listeners;

/// <summary>A listener: of production, or the one beside it that shows the idle colour. Which pool it has is the releases' from then on.</summary>
internal sealed class ListenerPart(RegionObjects objects, PoolMap map, ListenerNames names, bool isPreview)
    : CloudPart(objects, isPreview ? "preview" : "listener", isPreview ? names.Preview : names.Production, null)
{
    private readonly int port = isPreview ? names.Plan.PreviewPort!.Value : names.Plan.Port;

    protected override Task<string?> CollectionAsync(CancellationToken cancellationToken) => Task.FromResult<string?>("listener");

    protected override Task<IReadOnlyList<JsonObject>> CandidatesAsync(CancellationToken cancellationToken) => Objects.OwnAsync("listener", cancellationToken);

    protected override async Task<JsonObject> BodyAsync(CancellationToken cancellationToken)
    {
        var live = await map.FirstAsync(cancellationToken);
        return new JsonObject
        {
            ["name"] = Name,
            ["loadbalancerId"] = (string?)(await Objects.BalancerAsync(cancellationToken) ?? throw NotYet())["id"],
            ["port"] = port,
            ["protocol"] = names.Plan.Word,
            ["defaultPoolId"] = await Objects.IdAsync("pool", names.Pool(isPreview ? live.Other() : live), cancellationToken),
        };
    }

    protected override Task<string?> DifferenceAsync(JsonObject found, CancellationToken cancellationToken) => Task.FromResult(
        (long?)found["port"] == port && (string?)found["protocol"] == names.Plan.Word ? null
            : $"is '{found["protocol"]}' on the port '{found["port"]}'. By the file it must be '{names.Plan.Word}' on '{port}'.");

    protected override async Task<string?> ObstacleAsync(CancellationToken cancellationToken) => (await CandidatesAsync(cancellationToken)).FirstOrDefault(each => (long?)each["port"] == port) is { } other
        ? $"The listener '{other["id"]}' ('{other["name"]}') of the load balancer has the port '{port}', and was not made here. The port must be free. Take another one, or delete the listener." : null;
}
