using System.CommandLine;
using BlueGreenServerless.Cli.Running;
using BlueGreenServerless.Ports;
using BlueGreenServerless.Providers.Registry;

namespace BlueGreenServerless.Cli.Commands;

/// <summary>Lists the providers that there are, from the registry.</summary>
internal sealed class ProvidersCommand : Command
{
    private readonly Option<bool> _json = CommonOptions.Json();

    public ProvidersCommand()
        : base("providers", "The providers that a bluegreen.yaml can name, and what each serves.")
    {
        Add(_json);
        SetAction(Run);
    }

    private int Run(ParseResult parsed)
    {
        var all = ProviderRegistry.Discover().All;
        Outputs.Of(parsed, _json).Answer(
            new { providers = all.Select(provider => new { provider.Name, provider.Summary, ports = Offers(provider).Select(offer => new { offer.Port, offer.Offer.Summary }) }) },
            string.Join('\n', all.Select(Text)));
        return ExitCodes.Done;
    }

    private static string Text(IProvider provider) =>
        $"{provider.Name}  {provider.Summary}{string.Concat(Offers(provider).Select(offer => $"\n  {offer.Port.ToString().ToLowerInvariant(),-11} {offer.Offer.Summary}"))}";

    private static IEnumerable<(PortKind Port, IPortOffer Offer)> Offers(IProvider provider) =>
        from port in Enum.GetValues<PortKind>()
        let offer = provider.OfferOf(port)
        where offer is not null
        select (port, offer);
}
