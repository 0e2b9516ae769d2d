using System.Collections.Concurrent;
using BlueGreenServerless.Ports;
using BlueGreenServerless.Providers.Ovh.Clients;

namespace BlueGreenServerless.Providers.Ovh.Balancing;

/// <summary>One object for each service, so that targets of the same one change it one after the other; for each target where the notes are shared.</summary>
internal sealed class BalancerServices
{
    private readonly ConcurrentDictionary<(OvhPlace Place, string Note, TimeSpan Publish, INotes Notes, TimeProvider Time), BalancerService> services = new();

    public BalancerService Of(OvhOptions options, PortContext context)
    {
        var note = Ledger.NameOf(options.Service, context.Notes.IsShared ? options.Frontends : []);
        return services.GetOrAdd(
            (options.Place, note, options.PublishTimeout, context.Notes, context.Time),
            _ => new BalancerService(
                new BalancerApi(OvhClients.Shared.Of(options.Place, context), options.Service), new Ledger(context.Notes, note), BalancerPace.Of(options)));
    }
}
