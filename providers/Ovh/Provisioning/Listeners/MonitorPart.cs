using System.Text.Json.Nodes;

namespace BlueGreenServerless.Providers.Ovh.Provisioning.Listeners;

/// <summary>The health monitor of a pool.</summary>
internal sealed class MonitorPart(RegionObjects objects, ListenerNames names, string pool) : CloudPart(objects, "monitor", pool, null)
{
    private const int Tries = 3;

    protected override Task<string?> CollectionAsync(CancellationToken cancellationToken) => Task.FromResult<string?>("healthMonitor");

    protected override async Task<IReadOnlyList<JsonObject>> CandidatesAsync(CancellationToken cancellationToken) =>
        await Objects.FindAsync("pool", Name, cancellationToken) is { } found ? await Objects.ListAsync($"healthMonitor?poolId={found["id"]}", cancellationToken) : [];

    protected override async Task<JsonObject> BodyAsync(CancellationToken cancellationToken)
    {
        var body = new JsonObject
        {
            ["name"] = Name,
            ["poolId"] = (string?)(await Objects.FindAsync("pool", Name, cancellationToken) ?? throw NotYet())["id"],
            ["monitorType"] = Type,
            ["delay"] = names.Plan.ProbeInterval,
            ["timeout"] = names.Plan.ProbeInterval - 1,
            ["maxRetries"] = Tries,
            ["maxRetriesDown"] = Tries,
        };
        if (names.Plan.ProbePath is { } path)
        {
            body["httpConfiguration"] = new JsonObject { ["httpMethod"] = "GET", ["urlPath"] = path, ["expectedCodes"] = "200" };
        }

        return body;
    }

    protected override Task<string?> DifferenceAsync(JsonObject found, CancellationToken cancellationToken) => Task.FromResult(
        (string?)found["monitorType"] == Type && (string?)found["httpConfiguration"]?["urlPath"] == names.Plan.ProbePath ? null
            : $"asks '{found["monitorType"]} {found["httpConfiguration"]?["urlPath"]}'. By the file it must be '{Type} {names.Plan.ProbePath}'.");

    private string Type => names.Plan.ProbePath is null ? "tcp" : "http";

    /// <summary>A pool has one monitor: with somebody else's there is no place for ours.</summary>
    protected override async Task<string?> ObstacleAsync(CancellationToken cancellationToken) => await CandidatesAsync(cancellationToken) is [var other, ..]
        ? $"The pool '{Name}' has the health monitor '{other["id"]}' ('{other["name"]}'), which was not made here. A pool has one. Delete it, and run the command again." : null;
}
