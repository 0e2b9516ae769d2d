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
        (options, context) => Of(options.Checked(), OvhClients.Shared.Of(options.Place, context), context.Notes));

    public static PortOffer<IEnvironment> OfCloud { get; } = PortOffers.Offer<IEnvironment, OvhCloudEnvironmentOptions>(
        "Makes a Public Cloud Load Balancer with listeners and pools, and instances.",
        (options, context) => Of(options.Checked(), OvhClients.Shared.Of(options.Place, context)));

    public static IEnvironment Of(OvhEnvironmentOptions options, OvhClient client, INotes notes)
    {
        var service = new StagedService(
            new BalancerApi(client, options.Service), new Ledger(notes, Ledger.NameOfEnvironments(options.Service)), new Ledger(notes, Ledger.NameOf(options.Service, [])), options.Pace, options.Pending, options.Zone);
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
}
