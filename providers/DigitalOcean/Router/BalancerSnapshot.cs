using System.Text.Json;
using BlueGreenServerless.Failures;
using BlueGreenServerless.Serialization;

namespace BlueGreenServerless.Providers.DigitalOcean.Router;

/// <summary>
/// What puts the traffic back: the backends only, because nothing else of a load balancer is ever changed here, and what somebody
/// else changed meanwhile stays.
/// </summary>
internal sealed record BalancerSnapshot(string LoadBalancer, string? Tag, IReadOnlyList<long>? DropletIds)
{
    public static JsonElement Of(BalancerObject balancer) =>
        ReleaseJson.ToElement(new BalancerSnapshot(balancer.Id, balancer.Backends.Tag, balancer.Backends.Tag is null ? balancer.Backends.DropletIds : null));

    public BackendSet Backends => Tag is { } tag ? BackendSet.OfTag(tag) : BackendSet.OfDroplets(DropletIds ?? []);

    /// <exception cref="InvalidRequestException">The JSON is no snapshot of such a router.</exception>
    public static BalancerSnapshot Read(JsonElement snapshot)
    {
        try
        {
            var read = ReleaseJson.FromElement<BalancerSnapshot>(snapshot);
            return read is { LoadBalancer.Length: > 0 } && (read.Tag is null) != (read.DropletIds is not { Count: > 0 })
                ? read
                : throw new JsonException("it has neither a tag nor droplets");
        }
        catch (JsonException wrong)
        {
            throw new InvalidRequestException(
                $"The snapshot of the traffic cannot be read: {wrong.Message} It must have 'loadBalancer' and either 'tag' or 'dropletIds', as Inspect wrote them. Put the load balancer back by hand.", wrong);
        }
    }
}
