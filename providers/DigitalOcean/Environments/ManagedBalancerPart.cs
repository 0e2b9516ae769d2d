using System.Net;
using System.Text.Json.Nodes;
using BlueGreenServerless.Failures;
using BlueGreenServerless.Ports;
using BlueGreenServerless.Providers.DigitalOcean.Clients;
using BlueGreenServerless.Providers.DigitalOcean.Router;
using BlueGreenServerless.Traffic;

namespace BlueGreenServerless.Providers.DigitalOcean.Environments;

/// <summary>
/// The managed load balancer of an environment. The API tells no tags of load balancers, so it is ours when it has our name and nothing
/// behind it but one of the colours: a tag of theirs, droplets with the environment's mark, or nothing.
/// </summary>
internal sealed class ManagedBalancerPart(ManagedEnvironmentOptions options, EnvironmentWorld world) : IEnvironmentPart
{
    /// <summary>
    /// US dollars a month for a node of a regional load balancer for HTTP, by the public price list since July 2022
    /// (docs.digitalocean.com/products/networking/load-balancers/details/pricing). The API does not tell it.
    /// </summary>
    private const decimal NodePrice = 12;

    public string Kind => "load balancer";

    public string Name => options.BalancerName;

    public Color? Color => null;

    public async Task<PartLook> LookAsync(CancellationToken cancellationToken)
    {
        var named = (await AllAsync(world.Account, cancellationToken)).Where(IsNamed).ToList();
        return named.Count == 0 ? PartLook.Missing
            : named.Count > 1 ? Foreign($"There are '{named.Count}' load balancers '{Name}', and which was made here cannot be told.")
            : !await IsOursAsync(named[0], cancellationToken) ? Foreign($"The load balancer '{Name}' has '{new BalancerObject(named[0]).Backends}' behind it, so it was not made here.")
            : named[0]["status"]?.ToString() == "new" ? PartLook.Coming("it is started.")
            : BalancerRequest.Difference(named[0], options) is { } difference ? PartLook.Different(
                $"The load balancer '{Name}' has {difference}. It must be as in the file. Change the file back, or the load balancer in the control panel: it cannot be made anew while it has users.")
            : PartLook.Ready;
    }

    public Task<MonthlyPrice> PriceAsync(CancellationToken cancellationToken) => Task.FromResult(new MonthlyPrice(NodePrice * options.LoadBalancer.Nodes, "USD"));

    public async Task MakeAsync(CancellationToken cancellationToken) => await world.Account.Client.CallAsync(
        $"making the load balancer '{Name}'", HttpMethod.Post, "/v2/load_balancers", BalancerRequest.Of(options), cancellationToken);

    public async Task DestroyAsync(CancellationToken cancellationToken)
    {
        var named = (await AllAsync(world.Account, cancellationToken)).Where(IsNamed).ToList();
        if (named.Count == 1 && await IsOursAsync(named[0], cancellationToken))
        {
            var what = $"destroying the load balancer '{Name}'";
            var answer = await world.Account.Client.AskAsync(what, HttpMethod.Delete, $"/v2/load_balancers/{named[0]["id"]}", null, cancellationToken);
            if (!answer.IsGood && answer.Status != HttpStatusCode.NotFound)
            {
                throw ApiFault.Of(what, answer);
            }
        }
    }

    public static Task<IReadOnlyList<JsonObject>> AllAsync(DigitalOceanAccount account, CancellationToken cancellationToken) =>
        account.Client.ListAsync("reading the load balancers", "/v2/load_balancers", "load_balancers", cancellationToken);

    private bool IsNamed(JsonObject balancer) => string.Equals(balancer["name"]?.ToString(), Name, StringComparison.OrdinalIgnoreCase);

    private async Task<bool> IsOursAsync(JsonObject balancer, CancellationToken cancellationToken)
    {
        var behind = new BalancerObject(balancer).Backends;
        if (behind.Tag is not null)
        {
            return behind.IsSame(BackendSet.OfTag(options.Blue)) || behind.IsSame(BackendSet.OfTag(options.Green));
        }

        var ours = (await world.Droplets.ReadAsync(cancellationToken)).Where(made => made.Has(world.Mark)).Select(made => made.Droplet.Id).ToHashSet();
        return behind.DropletIds.All(ours.Contains);
    }

    private static PartLook Foreign(string what) => PartLook.Foreign($"{what} Only what was made here is touched. Rename it, or change 'name' in the file.");
}
