using BlueGreenServerless.Ports;
using BlueGreenServerless.Providers.Ovh.Balancing;
using BlueGreenServerless.Providers.Ovh.Clients;
using BlueGreenServerless.Providers.Ovh.Provisioning.Frontends;
using BlueGreenServerless.Providers.Ovh.Provisioning.Listeners;
using BlueGreenServerless.Providers.Ovh.Provisioning.Machines;

namespace BlueGreenServerless.Providers.Ovh.Provisioning;

/// <summary>Puts environments together from the user's options.</summary>
internal static class Environments
{
    public static PortOffer<IEnvironment> OfService { get; } = PortOffers.Offer<IEnvironment, OvhEnvironmentOptions>(
        "Makes front-ends, farms and servers of an IP Load Balancing service, and Public Cloud instances.",
        (options, context) => Of(options.Checked(), OvhClients.Shared.Of(options.Place, context), context.WorkDirectory));

    public static PortOffer<IEnvironment> OfCloud { get; } = PortOffers.Offer<IEnvironment, OvhCloudEnvironmentOptions>(
        "Makes a Public Cloud Load Balancer with listeners and pools, and instances.",
        (options, context) => Of(options.Checked(), OvhClients.Shared.Of(options.Place, context)));

    /// <param name="directory">Where is remembered what was staged; null for in memory only.</param>
    public static IEnvironment Of(OvhEnvironmentOptions options, OvhClient client, string? directory)
    {
        var service = new StagedService(
            new BalancerApi(client, options.Service), Ledger(directory, $"{options.Service}.environment.json"), Ledger(directory, $"{options.Service}.json"), options.Pace, options.Pending, options.Zone);
        IMachines machines = options.Instances is not { } instances ? new GivenMachines(options.Addresses!) : new InstanceMachines(
            options.Mark, new Project(client, options.Project!), options.Region!, instances, instances.Address ?? OvhAddressKind.Public,
            new PriceList(client, options.Subsidiary), service.PublishAsync);
        return new OvhEnvironment(options, service, machines);
    }

    public static IEnvironment Of(OvhCloudEnvironmentOptions options, OvhClient client)
    {
        var prices = new PriceList(client, options.Subsidiary);
        IMachines machines = options.Instances is not { } instances ? new GivenMachines(options.Addresses!) : new InstanceMachines(
            options.Mark, new Project(client, options.Project), options.Region, instances, instances.Address ?? OvhAddressKind.Private, prices, _ => Task.CompletedTask);
        return new OvhCloudEnvironment(options, new RegionObjects(client, options), machines, prices);
    }

    private static Ledger Ledger(string? directory, string file) => new(directory is null ? null : Path.Combine(directory, "ovh", file));
}
