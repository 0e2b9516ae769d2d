using System.Text.Json.Nodes;
using BlueGreenServerless.Failures;
using BlueGreenServerless.Providers.Ovh.Clients;

namespace BlueGreenServerless.Providers.Ovh.Balancing;

/// <summary>The calls of one IP Load Balancing service. What is read is what is staged, which need not be live.</summary>
internal sealed class BalancerApi(OvhClient client, string service)
{
    public TimeProvider Time => client.Time;

    public string Service => service;

    /// <param name="path">Below the service, for example <c>http/frontend/7</c>.</param>
    public async Task<JsonObject> ReadAsync(string path, CancellationToken cancellationToken) =>
        await CallAsync(OvhRequest.Get($"reading '{path}' of '{service}'", Full(path)), cancellationToken) as JsonObject ?? throw Unreadable(path);

    /// <returns>Null when there is no such object, or not any more.</returns>
    public async Task<JsonObject?> FindAsync(string path, CancellationToken cancellationToken)
    {
        var request = OvhRequest.Get($"reading '{path}' of '{service}'", Full(path));
        var answer = await client.AnswerAsync(request, cancellationToken);
        return answer.IsMissing ? null : answer.Json(request.What) as JsonObject ?? throw Unreadable(path);
    }

    /// <summary>Ids of a list.</summary>
    public async Task<IReadOnlyList<long>> IdsAsync(string path, CancellationToken cancellationToken) =>
        [.. (await ListAsync(path, cancellationToken)).Select(id => (long)id!)];

    public Task WriteAsync(string path, JsonObject whole, CancellationToken cancellationToken) =>
        CallAsync(OvhRequest.Put($"writing '{path}' of '{service}'", Full(path), whole), cancellationToken);

    /// <summary>Stages a new object. Twice would be two: after a lost answer the caller looks what came of it.</summary>
    public Task AddAsync(string collection, JsonObject whole, CancellationToken cancellationToken) =>
        CallAsync(OvhRequest.Post($"adding to '{collection}' of '{service}'", Full(collection), whole, mayRepeat: false), cancellationToken);

    /// <summary>Stages the end of an object; one that is gone is fine.</summary>
    public Task RemoveAsync(string path, CancellationToken cancellationToken) =>
        client.DeleteAsync($"deleting '{path}' of '{service}'", Full(path), cancellationToken);

    /// <summary>The service itself: its address, its zones.</summary>
    public async Task<JsonObject> ServiceAsync(CancellationToken cancellationToken) =>
        await CallAsync(OvhRequest.Get($"reading '{service}'", $"/ipLoadbalancing/{Uri.EscapeDataString(service)}"), cancellationToken) as JsonObject ?? throw Unreadable(service);

    /// <summary>How many changes are staged and not live, by zone.</summary>
    public async Task<IReadOnlyDictionary<string, long>> PendingAsync(CancellationToken cancellationToken) =>
        (await ListAsync("pendingChanges", cancellationToken)).OfType<JsonObject>()
            .ToDictionary(each => (string?)each["zone"] ?? "", each => (long?)each["number"] ?? 0, StringComparer.Ordinal);

    /// <summary>Publishes everything that is staged; may be asked for twice, because a second one finds nothing to do.</summary>
    /// <param name="zone">Only there; null everywhere.</param>
    public Task<OvhAnswer> RefreshAsync(string? zone, CancellationToken cancellationToken) => client.AnswerAsync(
        OvhRequest.Post($"publishing the changes of '{service}'", Full("refresh"), zone is null ? [] : new JsonObject { ["zone"] = zone }, mayRepeat: true), cancellationToken);

    /// <summary>Ids of refreshes, old ones included.</summary>
    /// <param name="status">Only such; null for all.</param>
    public Task<IReadOnlyList<long>> RefreshesAsync(string? status, CancellationToken cancellationToken) =>
        IdsAsync($"task?action=refreshIplb{(status is null ? "" : $"&status={status}")}", cancellationToken);

    public async Task<string> TaskStatusAsync(long id, CancellationToken cancellationToken) =>
        (string?)(await ReadAsync($"task/{id}", cancellationToken))["status"] ?? "unknown";

    private async Task<JsonArray> ListAsync(string path, CancellationToken cancellationToken) =>
        await CallAsync(OvhRequest.Get($"reading '{path}' of '{service}'", Full(path)), cancellationToken) as JsonArray ?? throw Unreadable(path);

    private Task<JsonNode?> CallAsync(OvhRequest request, CancellationToken cancellationToken) => client.CallAsync(request, cancellationToken);

    private string Full(string path) => $"/ipLoadbalancing/{Uri.EscapeDataString(service)}/{path}";

    private ProviderUnavailableException Unreadable(string path) =>
        new($"OVH answered something else than was asked for '{path}' of '{service}'. It must be what its schema says. It is tried again; look at the endpoint if it lasts.");
}
