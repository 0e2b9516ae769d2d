using System.Collections.Concurrent;
using BlueGreenServerless.Ports;

namespace BlueGreenServerless.Providers.Aws.Clients;

/// <summary>One account object for each account and region, so that all targets of it share connections and the throttling budget.</summary>
internal sealed class AwsAccounts
{
    private readonly ConcurrentDictionary<(AwsPlace Place, TimeProvider Time), AwsAccount> accounts = new();

    public AwsAccount Of(AwsPlace place, PortContext context) =>
        accounts.GetOrAdd((place, context.Time), key => new AwsAccount(key.Place, key.Time));
}
