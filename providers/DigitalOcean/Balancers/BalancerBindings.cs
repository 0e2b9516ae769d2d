using System.Text.Json;
using System.Text.Json.Nodes;
using BlueGreenServerless.Failures;
using BlueGreenServerless.Plans;
using BlueGreenServerless.Providers.DigitalOcean.Droplets;
using BlueGreenServerless.Providers.DigitalOcean.Hosts;
using BlueGreenServerless.Providers.Hosts;
using BlueGreenServerless.Serialization;

namespace BlueGreenServerless.Providers.DigitalOcean.Balancers;

/// <summary>
/// The load balancer's own binding with what the tags say filled in: <c>blue</c> and <c>green</c> as lists of <c>name@address:port</c>,
/// <c>balancers</c> as one hosts binding for each droplet that it runs on, <c>previewAddress</c> as the first of these.
/// </summary>
internal sealed class BalancerBindings(OwnBalancerOptions options, DropletDirectory droplets)
{
    /// <summary>Only what renders the configuration looks at the servers; elsewhere these stand for them (RFC 5737), so that an empty colour is no obstacle.</summary>
    private static readonly string[] NoServers = ["192.0.2.1", "192.0.2.2"];

    private static readonly string[] Filling = ["blue", "green", "balancers"];

    private static readonly Dictionary<string, HostSettings> NoSettings = new(StringComparer.Ordinal);

    private readonly AddressedHosts? addressed = options.Through is { } through ? new AddressedHosts(through, options.BalancersNetwork, NoSettings) : null;

    /// <summary>For a check of the options: nothing outside is asked.</summary>
    /// <exception cref="InvalidRequestException">The load balancer's options have what is filled in here.</exception>
    public PortBinding Example(Ports.PortContext context)
    {
        if (Filling.FirstOrDefault(list => IsGiven(list) && (list != "balancers" || addressed is not null)) is { } given)
        {
            throw new InvalidRequestException($"'balancer' has '{given}' of its own. It comes from the tags. Take it out of 'balancer'.");
        }

        addressed?.Check(context);
        var example = new Droplet(1, "example", "active", false, NoServers[0], NoServers[1], []);
        return Filled([Server(NoServers[0])], [Server(NoServers[1])], addressed is null ? null : [example]);
    }

    /// <summary>For everything but the servers.</summary>
    /// <param name="fresh">Look the load balancer's droplets up now, whatever was read a moment ago.</param>
    public async Task<PortBinding> WithoutServersAsync(bool fresh, CancellationToken cancellationToken) =>
        Filled([Server(NoServers[0])], [Server(NoServers[1])], await BalancersAsync(fresh, cancellationToken));

    /// <exception cref="ProviderRefusedException">A colour has no droplet.</exception>
    /// <exception cref="InvalidRequestException">A droplet has both colours.</exception>
    public async Task<PortBinding> WithServersAsync(CancellationToken cancellationToken)
    {
        var (blue, green) = (await ServersAsync(options.Blue, cancellationToken), await ServersAsync(options.Green, cancellationToken));
        options.RefuseShared(await droplets.RecentAsync(options.Blue, cancellationToken), await droplets.RecentAsync(options.Green, cancellationToken));
        return Filled(blue, green, await BalancersAsync(fresh: true, cancellationToken));
    }

    /// <summary>The droplets by their role, in words.</summary>
    /// <exception cref="ProviderRefusedException">A role has no droplet.</exception>
    public async Task<string> WhoAsync(CancellationToken cancellationToken)
    {
        var (blue, green) = (await ServersAsync(options.Blue, cancellationToken), await ServersAsync(options.Green, cancellationToken));
        var on = await BalancersAsync(fresh: true, cancellationToken) is { } balancers ? $", the load balancer runs on {balancers.Count}" : "";
        return $"the tags '{options.Blue}' and '{options.Green}' are on {blue.Length} and {green.Length} droplets{on}";
    }

    private async Task<string[]> ServersAsync(string tag, CancellationToken cancellationToken)
    {
        // one that is off stays in, so that nothing needs to be reloaded when it is back; the load balancer's own checks keep users from it
        var found = (await droplets.ReadAsync(tag, cancellationToken)).Where(droplet => droplet.Status != "archive" && droplet.Address(options.Network) is not null).ToList();
        var twice = found.GroupBy(droplet => droplet.HostName, StringComparer.OrdinalIgnoreCase).Where(group => group.Skip(1).Any()).Select(group => group.Key).ToHashSet(StringComparer.OrdinalIgnoreCase);
        return found.Count > 0
            ? [.. found.Select(droplet => $"{(twice.Contains(droplet.HostName) ? $"droplet-{droplet.Id}" : droplet.HostName)}@{Server(droplet.AddressOrRefuse(options.Network))}")]
            : throw new ProviderRefusedException(
                $"The tag '{tag}' is on '0' droplets with a {options.Network.ToString().ToLowerInvariant()} IPv4 address. At least one must have it. Give the tag to the droplets of its colour, or change 'network'.");
    }

    private async Task<IReadOnlyList<Droplet>?> BalancersAsync(bool fresh, CancellationToken cancellationToken)
    {
        if (options.Balancers is not { } tag)
        {
            return null;
        }

        // one that is off keeps the others from going forward, never from going back; one that is new has had no users
        IReadOnlyList<Droplet> found = fresh
            ? await droplets.ReadAsync(tag, cancellationToken)
            : [.. (await droplets.RecentAsync(tag, cancellationToken)).Where(droplet => droplet.Status != "new")];
        return found.Count > 0 && (!fresh || found.All(droplet => droplet.IsActive)) ? found
            : throw new ProviderRefusedException(
                $"The load balancer's tag '{tag}' is on '{found.Count}' droplets, of which '{found.Count(droplet => droplet.IsActive)}' are active. All must be, and at least one. " +
                "Power them on, or take the tag away from those that carry no traffic.");
    }

    private PortBinding Filled(string[] blue, string[] green, IReadOnlyList<Droplet>? balancers)
    {
        var filled = JsonObject.Create(options.Balancer.Options) ?? [];
        (filled["blue"], filled["green"]) = (List(blue), List(green));
        if (balancers is not null)
        {
            filled["balancers"] = new JsonArray([.. balancers.Select(droplet => JsonSerializer.SerializeToNode(addressed!.Of(droplet), ReleaseJson.Options))]);
            filled["previewAddress"] ??= $"http://{balancers[0].AddressOrRefuse(options.BalancersNetwork)}:{options.PreviewPort}";
        }

        return options.Balancer with { Options = JsonSerializer.SerializeToElement(filled) };
    }

    private bool IsGiven(string key) => options.Balancer.Options.TryGetProperty(key, out var value)
        && (value.ValueKind == JsonValueKind.Array ? value.GetArrayLength() > 0 : value.ValueKind != JsonValueKind.Null);

    private string Server(string address) => $"{address}:{options.Port}";

    private static JsonArray List(IEnumerable<string> texts) => [.. texts.Select(text => (JsonNode)text)];
}
