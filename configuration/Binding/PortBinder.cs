using System.Text.Json;
using System.Text.Json.Nodes;
using BlueGreenServerless.Configuration.Shapes;
using BlueGreenServerless.Configuration.Syntax;
using BlueGreenServerless.Failures;
using BlueGreenServerless.Plans;
using BlueGreenServerless.Ports;
using BlueGreenServerless.Serialization;

namespace BlueGreenServerless.Configuration.Binding;

/// <summary>Reads which provider serves a port, and its options by the record that the provider says.</summary>
internal sealed class PortBinder(RecordBinder records, IReadOnlyList<IProvider> providers, FaultList faults)
{
    private const string ProviderKey = "provider";

    private readonly PortContext _context = ContextOf(providers);

    public JsonNode? Bind(MapNode map, BindingShape shape, string path)
    {
        if (FindProvider(map, shape.Port, path) is not { } provider)
        {
            return null;
        }

        var offer = provider.OfferOf(shape.Port)!;
        var options = records.Bind(map, [.. map.Entries.Where(entry => entry.Key.Text != ProviderKey)], ShapeReader.Of(offer.Options), path);
        return options is null || Canonical(options, offer, shape, map, path) is not { } canonical
            ? null
            : JsonSerializer.SerializeToNode(new PortBinding(provider.Name, canonical), ReleaseJson.Options);
    }

    private IProvider? FindProvider(MapNode map, PortKind port, string path)
    {
        var serving = providers.Serving(port).ToList();
        switch (map.Find(ProviderKey)?.Value)
        {
            case null:
                faults.Add(map.At, $"missing key '{ProviderKey}' in '{path}' — allowed: {Names(serving)}; add '{ProviderKey}:'");
                return null;
            case ScalarNode { IsNull: false } name:
                return serving.Find(provider => provider.Name == name.Text) ?? Refuse(name, port);
            case BrokenNode:
                return null;
            case var other:
                faults.Add(other.At, $"'{path}.{ProviderKey}' is {Kinds.Of(other)} — allowed: {Names(serving)}; correct it");
                return null;
        }
    }

    private IProvider? Refuse(ScalarNode name, PortKind port)
    {
        faults.Add(name.At, providers.Refusal(port, Quote.Bare(name.Text)));
        return null;
    }

    // through the record and back: defaults are filled in, and options that their provider refuses are refused here and not in a release
    private JsonElement? Canonical(JsonObject options, IPortOffer offer, BindingShape shape, MapNode map, string path)
    {
        try
        {
            var canonical = JsonSerializer.SerializeToElement(options.Deserialize(offer.Options, ReleaseJson.Options), offer.Options, ReleaseJson.Options);
            _ = shape.IsFilledIn ? null : offer.Make(canonical, _context);
            return canonical;
        }
        catch (Exception e) when (e is JsonException or ReleaseException or ArgumentException or FormatException)
        {
            faults.Add(map.At, $"'{path}' cannot be used: {e.Message.ReplaceLineEndings(" ")}");
            return null;
        }
    }

    private static PortContext ContextOf(IReadOnlyList<IProvider> providers)
    {
        PortContext? context = null;
        context = new PortContext(TimeProvider.System, binding => Of(providers, binding).Hosts!.From(binding.Options, context!), new PassingNotes())
        {
            Routers = binding => Of(providers, binding).Router!.From(binding.Options, context!),
            Metrics = binding => (Of(providers, binding).Metrics ?? throw Unmeasured(binding)).From(binding.Options, context!),
        };
        return context;
    }

    // bindings inside options have been read and checked before the options that hold them
    private static IProvider Of(IReadOnlyList<IProvider> providers, PortBinding binding) => providers.First(provider => provider.Name == binding.Provider);

    private static InvalidRequestException Unmeasured(PortBinding binding) => new($"the provider '{binding.Provider}' does not measure — allowed: one that does; bind 'metrics' to it");

    private static string Names(List<IProvider> serving) => serving.Count == 0 ? "none, no provider serves it" : string.Join(", ", serving.Select(provider => provider.Name));
}
