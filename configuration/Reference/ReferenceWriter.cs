using System.Text;
using BlueGreenServerless.Configuration.Shapes;
using BlueGreenServerless.Ports;

namespace BlueGreenServerless.Configuration.Reference;

/// <summary>Writes the tables of the configuration reference from the shapes that the file is read by.</summary>
public static class ReferenceWriter
{
    /// <summary>Puts the current tables between the markers <c>&lt;!-- generated:keys --&gt;</c>, <c>&lt;!-- generated:providers --&gt;</c> and their ends.</summary>
    /// <exception cref="InvalidOperationException">A marker is missing.</exception>
    public static string Refresh(string markdown, IReadOnlyList<IProvider> providers) =>
        Between(Between(markdown, "keys", Keys()), "providers", Providers(providers));

    /// <summary>A table per section of the file.</summary>
    public static string Keys()
    {
        var text = new StringBuilder();
        KeyTable.Write(text, PlanShape.File, "", "###");
        return text.ToString();
    }

    /// <summary>Tables of the options of every provider.</summary>
    public static string Providers(IReadOnlyList<IProvider> providers)
    {
        var text = new StringBuilder();
        foreach (var provider in providers)
        {
            text.Append("### ").Append(provider.Name).Append("\n\n").Append(provider.Summary).Append("\n\n");
            foreach (var (port, offer) in Enum.GetValues<PortKind>().Select(port => (port, provider.OfferOf(port))))
            {
                Write(text, provider, port, offer);
            }
        }

        return text.ToString();
    }

    private static void Write(StringBuilder text, IProvider provider, PortKind port, IPortOffer? offer)
    {
        if (offer is null)
        {
            return;
        }

        text.Append("#### `").Append(Heading(port, provider)).Append("`\n\n").Append(offer.Summary).Append("\n\n");
        if (Enum.GetValues<PortKind>().FirstOrDefault(other => provider.OfferOf(other)?.Options == offer.Options, port) is var first && first != port)
        {
            text.Append("The same options as for `").Append(first.ToString().ToLowerInvariant()).Append("`.\n\n");
            return;
        }

        var shape = ShapeReader.Of(offer.Options);
        if (shape.Keys.Count == 0)
        {
            text.Append("No options.\n\n");
            return;
        }

        KeyTable.Write(text, shape with { Description = "" }, "", "#####");
    }

    // an environment is an item of a list in a file of its own
    private static string Heading(PortKind port, IProvider provider) => port == PortKind.Environment
        ? $"environments: [{{ provider: {provider.Name} }}]"
        : $"{port.ToString().ToLowerInvariant()}: {{ provider: {provider.Name} }}";

    private static string Between(string markdown, string name, string content)
    {
        var (open, close) = ($"<!-- generated:{name} -->", $"<!-- /generated:{name} -->");
        var (start, end) = (markdown.IndexOf(open, StringComparison.Ordinal), markdown.IndexOf(close, StringComparison.Ordinal));
        return start >= 0 && end > start
            ? $"{markdown[..(start + open.Length)]}\n\n{content}{markdown[end..]}"
            : throw new InvalidOperationException($"The markers '{open}' and '{close}' are not in the document, in this order.");
    }
}
