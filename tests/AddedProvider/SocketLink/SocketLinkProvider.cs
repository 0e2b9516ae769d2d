using BlueGreenServerless.Ports;

namespace BlueGreenServerless.Providers.SocketLink;

/// <summary>Any web server that passes requests to a Unix socket: nginx, HAProxy, Apache.</summary>
public sealed class SocketLinkProvider : IProvider
{
    public string Name => "socket-link";

    public string Summary => "A web server that passes requests to a Unix socket, which is a symbolic link to the live colour's.";

    public PortOffer<ITrafficRouter>? Router { get; } = PortOffers.Offer<ITrafficRouter, SocketLinkOptions>(
        "Moves all traffic at once by putting another link in the place of the one that is there.",
        (options, context) => new SocketLinkRouter(options.Checked(), new LinkScripts(context.Hosts(options.Through), context.Time)));

    public PortOffer<IMetricSource>? Metrics { get; } = PortOffers.Offer<IMetricSource, SocketLinkOptions>(
        "No numbers: a link counts nothing. Give 'observe.probe', or bind 'metrics' elsewhere.", (_, _) => new LinkMetrics());
}
