using System.Text.Json.Nodes;
using BlueGreenServerless.Failures;

namespace BlueGreenServerless.Providers.Ovh.Provisioning.Listeners;

/// <summary>A pool. It is given to the load balancer only, never to a listener: that would send users to it.</summary>
internal sealed class PoolPart(RegionObjects objects, ListenerNames names, string name) : CloudPart(objects, "pool", name, null)
{
    protected override Task<string?> CollectionAsync(CancellationToken cancellationToken) => Task.FromResult<string?>("pool");

    protected override Task<IReadOnlyList<JsonObject>> CandidatesAsync(CancellationToken cancellationToken) => Objects.OwnAsync("pool", cancellationToken);

    protected override async Task<JsonObject> BodyAsync(CancellationToken cancellationToken) => new()
    {
        ["name"] = Name,
        ["loadbalancerId"] = (string?)(await Objects.BalancerAsync(cancellationToken) ?? throw NotYet())["id"],
        ["algorithm"] = "roundRobin",
        ["protocol"] = names.Plan.Word,
    };

    protected override Task<string?> DifferenceAsync(JsonObject found, CancellationToken cancellationToken) => Task.FromResult(
        (string?)found["protocol"] == names.Plan.Word ? null : $"has the protocol '{found["protocol"]}'. By the file it must be '{names.Plan.Word}'.");

    /// <summary>Deleting a pool deletes its members.</summary>
    protected override async Task RefuseLossAsync(JsonObject found, CancellationToken cancellationToken)
    {
        var members = await Objects.ListAsync($"pool/{found["id"]}/member", cancellationToken);
        if (members.FirstOrDefault(member => !names.Mark.IsOn((string?)member["name"])) is { } left)
        {
            throw new ProviderRefusedException(
                $"The pool '{Name}' ('{found["id"]}') has the member '{left["address"]}' ('{left["name"]}'), which was not made here. " +
                "A pool that is deleted must have no other members. Take the member out, and run the command again.");
        }
    }
}
