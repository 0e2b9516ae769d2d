namespace BlueGreenServerless.Ports;

/// <summary>Makes <see cref="PortOffer{TPort}"/> from a typed factory.</summary>
public static class PortOffers
{
    public static PortOffer<TPort> Offer<TPort, TOptions>(string summary, Func<TOptions, PortContext, TPort> create)
        where TOptions : notnull =>
        new(typeof(TOptions), summary, (options, context) => create((TOptions)options, context));
}
