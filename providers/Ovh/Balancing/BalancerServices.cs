using System.Collections.Concurrent;
using BlueGreenServerless.Ports;
using BlueGreenServerless.Providers.Ovh.Clients;

namespace BlueGreenServerless.Providers.Ovh.Balancing;

/// <summary>One object for each service, so that targets of the same one change it one after the other.</summary>
internal sealed class BalancerServices
{
    private readonly ConcurrentDictionary<(OvhPlace Place, string Service, TimeSpan Publish, string? Directory, TimeProvider Time), BalancerService> services = new();

    public BalancerService Of(OvhOptions options, PortContext context) => services.GetOrAdd(
        (options.Place, options.Service, options.PublishTimeout, context.WorkDirectory, context.Time),
        _ => new BalancerService(
            new BalancerApi(OvhClients.Shared.Of(options.Place, context), options.Service),
            new Ledger(context.WorkDirectory is { } directory ? Path.Combine(directory, "ovh", options.Service + ".json") : null),
            BalancerPace.Of(options)));
}
