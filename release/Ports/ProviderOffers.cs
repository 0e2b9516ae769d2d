using BlueGreenServerless.Failures;

namespace BlueGreenServerless.Ports;

/// <summary>Questions to a list of providers.</summary>
public static class ProviderOffers
{
    /// <summary>What the provider offers for a port; null when it does not serve it.</summary>
    public static IPortOffer? OfferOf(this IProvider provider, PortKind port) => port switch
    {
        PortKind.Router => provider.Router,
        PortKind.Hosts => provider.Hosts,
        PortKind.Fleet => provider.Fleet,
        PortKind.Metrics => provider.Metrics,
        _ => provider.Environment,
    };

    /// <summary>The providers that serve a port, in the order of the list.</summary>
    public static IEnumerable<IProvider> Serving(this IEnumerable<IProvider> providers, PortKind port) =>
        providers.Where(provider => provider.OfferOf(port) is not null);

    /// <summary>Why there is no port of that name, and which names there are.</summary>
    public static string Refusal(this IEnumerable<IProvider> providers, PortKind port, string name)
    {
        var names = providers.Serving(port).Select(provider => provider.Name).ToList();
        var word = port.ToString().ToLowerInvariant();
        return names.Count == 0
            ? $"no provider '{name}' serves '{word}' — allowed: none, no provider serves it; leave '{word}' out"
            : $"no provider '{name}' serves '{word}' — allowed: {string.Join(", ", names)}; {Suggestion.For(name, names) ?? "choose one of these"}";
    }
}
