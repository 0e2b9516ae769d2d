using System.Collections.Concurrent;
using BlueGreenServerless.Ports;

namespace BlueGreenServerless.Providers.DigitalOcean.Clients;

/// <summary>One account object for each token, so that all targets of it share connections and what was read a moment ago.</summary>
internal sealed class DigitalOceanAccounts
{
    /// <summary>Those of this process.</summary>
    public static DigitalOceanAccounts Shared { get; } = new();

    private readonly ConcurrentDictionary<(DigitalOceanPlace Place, TimeProvider Time), DigitalOceanAccount> accounts = new();

    public DigitalOceanAccount Of(DigitalOceanOptions options, PortContext context) =>
        accounts.GetOrAdd((options.Place, context.Time), key => new DigitalOceanAccount(key.Place, key.Time));
}
