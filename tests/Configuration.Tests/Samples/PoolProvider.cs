using BlueGreenServerless.Ports;

namespace BlueGreenServerless.Configuration.Tests.Samples;

/// <summary>A router that does not measure, and a fleet without options.</summary>
public sealed class PoolProvider : IProvider
{
    public string Name => "pool";

    public string Summary => "Machines in tests.";

    public PortOffer<ITrafficRouter> Router { get; } = PortOffers.Offer<ITrafficRouter, PoolOptions>("Moves traffic, measures nothing.", (_, _) => new SampleRouter(new EdgeOptions { Socket = "/none" }, null));

    public PortOffer<IFleet> Fleet { get; } = PortOffers.Offer<IFleet, PoolOptions>("Brings machines.", (_, _) => new SampleFleet());
}
