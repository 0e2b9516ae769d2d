using System.Text.Json.Nodes;
using BlueGreenServerless.Failures;
using BlueGreenServerless.Providers.Ovh.Balancing;
using BlueGreenServerless.Providers.Ovh.Clients;

namespace BlueGreenServerless.Providers.Ovh.Cloud;

/// <summary>
/// The calls of one Public Cloud Load Balancer. Changes go live by themselves, one after the other: while one is under way the whole load
/// balancer takes no other.
/// </summary>
internal sealed class CloudBalancer(OvhClient client, OvhCloudOptions options)
{
    private readonly BalancerPace pace = new(options.BusyTimeout, options.BusyTimeout, TimeSpan.FromMilliseconds(250), TimeSpan.FromSeconds(3));
    private readonly string prefix = $"/cloud/project/{options.Project}/region/{options.Region}/loadbalancing";

    public async Task<JsonObject> ReadAsync(string path, CancellationToken cancellationToken) =>
        await client.CallAsync(OvhRequest.Get($"reading '{path}'", $"{prefix}/{path}"), cancellationToken) as JsonObject ?? throw Unreadable(path);

    public async Task<IReadOnlyList<JsonObject>> ListAsync(string path, CancellationToken cancellationToken) =>
        [.. (await client.CallAsync(OvhRequest.Get($"reading '{path}'", $"{prefix}/{path}"), cancellationToken) as JsonArray ?? throw Unreadable(path)).OfType<JsonObject>()];

    /// <summary>Changes one object, and returns when the load balancer is at rest and has been read back.</summary>
    public async Task WriteAsync(string path, string value, CancellationToken cancellationToken)
    {
        await RestAsync(cancellationToken);
        var answer = await AnswerAsync(() => PutAsync(path, value, cancellationToken), cancellationToken);
        answer.Json($"writing '{path}'");
        await RestAsync(cancellationToken);
        if (CloudField.Read(path, await ReadAsync(path, cancellationToken)) is var read && !string.Equals(read, value, StringComparison.OrdinalIgnoreCase))
        {
            throw new ProviderUnavailableException(
                $"'{path}' was written with '{value}' and read back with '{read}'. Only one may write it during a release. Look for somebody else who changes it.");
        }
    }

    /// <summary>Makes an object, and returns when the load balancer is at rest. Twice would be two: after a lost answer the caller looks what came of it.</summary>
    public async Task AddAsync(string collection, JsonObject body, CancellationToken cancellationToken)
    {
        await RestAsync(cancellationToken);
        var request = OvhRequest.Post($"adding to '{collection}'", $"{prefix}/{collection}", body, mayRepeat: false);
        (await AnswerAsync(() => client.AnswerAsync(request, cancellationToken), cancellationToken)).Json(request.What);
        await RestAsync(cancellationToken);
    }

    /// <summary>Deletes an object, and returns when the load balancer is at rest; one that is gone is fine.</summary>
    public async Task RemoveAsync(string path, CancellationToken cancellationToken)
    {
        await RestAsync(cancellationToken);
        var request = OvhRequest.Delete($"deleting '{path}'", $"{prefix}/{path}");
        var answer = await AnswerAsync(() => client.AnswerAsync(request, cancellationToken), cancellationToken);
        if (!answer.IsMissing)
        {
            answer.Json(request.What);
        }

        await RestAsync(cancellationToken);
    }

    /// <summary>The answer when the load balancer is not busy any more, or the last one.</summary>
    private async Task<OvhAnswer> AnswerAsync(Func<Task<OvhAnswer>> ask, CancellationToken cancellationToken)
    {
        OvhAnswer? answer = null;
        await pace.HoldsAsync(async () => !(answer = await ask()).IsBusy, pace.Publish, client.Time, cancellationToken);
        return answer!;
    }

    /// <summary>Read anew for each try: whatever kept the load balancer busy may have changed other fields.</summary>
    private async Task<OvhAnswer> PutAsync(string path, string value, CancellationToken cancellationToken)
    {
        var body = CloudField.With(path, await ReadAsync(path, cancellationToken), value);
        return await client.AnswerAsync(OvhRequest.Put($"writing '{path}'", $"{prefix}/{path}", body), cancellationToken);
    }

    /// <summary>Returns when no change is under way.</summary>
    private async Task RestAsync(CancellationToken cancellationToken)
    {
        var status = "";
        var isAtRest = await pace.HoldsAsync(
            async () => (status = (string?)(await ReadAsync($"loadbalancer/{options.LoadBalancer}", cancellationToken))["provisioningStatus"]) is "active" or "error" or "deleted" or "deleting",
            pace.Publish, client.Time, cancellationToken);
        if (!isAtRest)
        {
            throw new ProviderUnavailableException(
                $"The load balancer '{options.LoadBalancer}' is '{status}' for '{pace.Publish.TotalSeconds}' s. It takes changes when it is 'active'. It is tried again.");
        }

        if (status != "active")
        {
            throw new ProviderRefusedException($"The load balancer '{options.LoadBalancer}' is '{status}'. It takes changes when it is 'active'. Repair it at OVH, and release again.");
        }
    }

    private static ProviderUnavailableException Unreadable(string path) =>
        new($"OVH answered something else than was asked for '{path}'. It must be what its schema says. It is tried again; look at the endpoint if it lasts.");
}
