namespace BlueGreenServerless.Ports;

/// <summary>
/// A place in the world that releases can use. A provider is one folder below <c>providers/</c> with one class that implements this;
/// it is found by itself. What a provider does not offer is null.
/// </summary>
public interface IProvider
{
    /// <summary>The word in the user's file: <c>provider: name</c>.</summary>
    string Name { get; }

    /// <summary>One sentence for help and docs.</summary>
    string Summary { get; }

    PortOffer<ITrafficRouter>? Router => null;

    PortOffer<IHostCommands>? Hosts => null;

    PortOffer<IFleet>? Fleet => null;

    PortOffer<IMetricSource>? Metrics => null;

    PortOffer<IEnvironment>? Environment => null;
}
