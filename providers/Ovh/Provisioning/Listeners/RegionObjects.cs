using System.Text.Json.Nodes;
using BlueGreenServerless.Failures;
using BlueGreenServerless.Ports;
using BlueGreenServerless.Providers.Ovh.Clients;
using BlueGreenServerless.Providers.Ovh.Cloud;

namespace BlueGreenServerless.Providers.Ovh.Provisioning.Listeners;

/// <summary>
/// The objects of the environment's load balancer. Changes go live by themselves, and while one is under way the load balancer takes no other.
/// </summary>
internal sealed class RegionObjects(OvhClient client, OvhCloudEnvironmentOptions options)
{
    private readonly string prefix = $"/cloud/project/{options.Project}/region/{options.Region}/loadbalancing";
    private readonly Recent<IReadOnlyList<JsonObject>> recent = new(client.Time, TimeSpan.FromSeconds(2));

    /// <summary>Name of a load balancer that is made.</summary>
    public string BalancerName { get; } = $"bluegreen {options.Name}";

    /// <summary>The load balancer: the one of the file, or the one that was made.</summary>
    /// <returns>Null as long as there is none.</returns>
    public async Task<JsonObject?> BalancerAsync(CancellationToken cancellationToken)
    {
        var all = await ListAsync("loadbalancer", cancellationToken);
        return all.FirstOrDefault(each => options.LoadBalancer is { } given
            ? string.Equals((string?)each["id"], given, StringComparison.OrdinalIgnoreCase) : (string?)each["name"] == BalancerName);
    }

    /// <param name="path">With its query, for example <c>pool/{id}/member</c>.</param>
    public Task<IReadOnlyList<JsonObject>> ListAsync(string path, CancellationToken cancellationToken) => recent.ReadAsync(path, () => FreshAsync(path, cancellationToken));

    /// <summary>Objects of this load balancer only.</summary>
    /// <param name="collection"><c>listener</c> or <c>pool</c>.</param>
    public async Task<IReadOnlyList<JsonObject>> OwnAsync(string collection, CancellationToken cancellationToken) =>
        await BalancerAsync(cancellationToken) is { } balancer ? await ListAsync($"{collection}?loadbalancerId={balancer["id"]}", cancellationToken) : [];

    /// <summary>One of this load balancer's objects by its name.</summary>
    public async Task<JsonObject?> FindAsync(string collection, string name, CancellationToken cancellationToken) =>
        (await OwnAsync(collection, cancellationToken)).FirstOrDefault(each => (string?)each["name"] == name);

    /// <exception cref="ProviderUnavailableException">It is not there, though it was made.</exception>
    public async Task<string> IdAsync(string collection, string name, CancellationToken cancellationToken) =>
        (string?)(await FindAsync(collection, name, cancellationToken))?["id"] ?? throw new ProviderUnavailableException(
            $"The load balancer of '{options.Name}' has no {collection} '{name}'. It must be there by now. Look for somebody else who changes it, and run the command again.");

    /// <summary>Makes an object; one of the load balancer when it is at rest. Twice would be two: after a lost answer the caller looks what came of it.</summary>
    public Task AddAsync(string collection, JsonObject body, CancellationToken cancellationToken) =>
        ChangeAsync(balancer => balancer.AddAsync(collection, body, cancellationToken), cancellationToken);

    public Task RemoveAsync(string path, CancellationToken cancellationToken) => ChangeAsync(balancer => balancer.RemoveAsync(path, cancellationToken), cancellationToken);

    /// <summary>Asks for a new load balancer, which takes minutes.</summary>
    public async Task AddBalancerAsync(JsonObject body, CancellationToken cancellationToken)
    {
        try
        {
            await client.CallAsync(OvhRequest.Post($"making the load balancer '{BalancerName}'", $"{prefix}/loadbalancer", body, mayRepeat: false), cancellationToken);
        }
        finally
        {
            Forget();
        }
    }

    public async Task RemoveBalancerAsync(string id, CancellationToken cancellationToken)
    {
        try
        {
            await client.DeleteAsync($"deleting the load balancer '{BalancerName}'", $"{prefix}/loadbalancer/{id}", cancellationToken);
        }
        finally
        {
            Forget();
        }
    }

    public void Forget() => recent.Forget();

    /// <summary>Something that is on its way, so that the next look is a new one.</summary>
    public PartLook Coming(JsonObject one)
    {
        Forget();
        return PartLook.Coming($"it is '{one["provisioningStatus"]}'");
    }

    /// <summary>A size of load balancers that the region offers.</summary>
    /// <returns>Its id; null when there is none of that name.</returns>
    public async Task<string?> FlavorAsync(string name, CancellationToken cancellationToken) =>
        (string?)(await ListAsync("flavor", cancellationToken)).FirstOrDefault(each => (string?)each["name"] == name)?["id"];

    /// <summary>What the file names and there is not, in four parts each.</summary>
    public async Task<IReadOnlyList<string>> FaultsAsync(CancellationToken cancellationToken) =>
    [
        .. options.LoadBalancer is { } given && await BalancerAsync(cancellationToken) is null
            ? [$"The project '{options.Project}' has no load balancer '{given}' in '{options.Region}'. It must exist. Correct 'loadBalancer', or use 'newLoadBalancer'."] : Array.Empty<string>(),
        .. options.NewLoadBalancer is { Flavor: var size } && await FlavorAsync(size, cancellationToken) is null
            ? [$"The region '{options.Region}' has no load balancers of the size '{size}'. There are: '{string.Join("', '", (await ListAsync("flavor", cancellationToken)).Select(each => (string?)each["name"]))}'. Name one of them."] : Array.Empty<string>(),
    ];

    private async Task<IReadOnlyList<JsonObject>> FreshAsync(string path, CancellationToken cancellationToken) =>
        await client.CallAsync(OvhRequest.Get($"reading '{path}'", $"{prefix}/{path}"), cancellationToken) is JsonArray all ? [.. all.OfType<JsonObject>()]
            : throw new ProviderUnavailableException($"OVH answered something else than was asked for '{path}'. It must be a list. It is tried again; look at the endpoint if it lasts.");

    private async Task ChangeAsync(Func<CloudBalancer, Task> change, CancellationToken cancellationToken)
    {
        if (await BalancerAsync(cancellationToken) is not { } balancer)
        {
            throw new ProviderUnavailableException($"The load balancer '{BalancerName}' is not there. It must be before anything of it is changed. Look for somebody else who deletes it, and run the command again.");
        }

        try
        {
            await change(new CloudBalancer(client, new OvhCloudOptions
            {
                Project = options.Project, Region = options.Region, LoadBalancer = (string)balancer["id"]!, Listeners = [], BusyTimeout = options.BusyTimeout,
            }));
        }
        finally
        {
            Forget();
        }
    }
}
