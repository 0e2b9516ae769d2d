using System.Text.Json;
using System.Text.Json.Nodes;
using BlueGreenServerless.Configuration.Shapes;
using BlueGreenServerless.Configuration.Syntax;
using BlueGreenServerless.Plans;
using BlueGreenServerless.Ports;
using BlueGreenServerless.Serialization;

namespace BlueGreenServerless.Configuration.Binding;

/// <summary>Reads which provider serves a port, and its options by the record that the provider says.</summary>
internal sealed class PortBinder(RecordBinder records, IReadOnlyList<IProvider> providers, FaultList faults)
{
    private const string ProviderKey = "provider";

    public JsonNode? Bind(MapNode map, PortKind port, string path)
    {
        if (FindProvider(map, port, path) is not { } provider)
        {
            return null;
        }

        var type = provider.OfferOf(port)!.Options;
        var options = records.Bind(map, [.. map.Entries.Where(entry => entry.Key.Text != ProviderKey)], ShapeReader.Of(type), path);
        return options is null || Canonical(options, type, map, path) is not { } canonical
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

    // through the record and back: defaults are filled in, and a record that refuses its values does so here and not in a release
    private JsonElement? Canonical(JsonObject options, Type type, MapNode map, string path)
    {
        try
        {
            return JsonSerializer.SerializeToElement(options.Deserialize(type, ReleaseJson.Options), type, ReleaseJson.Options);
        }
        catch (Exception e) when (e is JsonException or ArgumentException)
        {
            faults.Add(map.At, $"'{path}' does not fit together: {e.Message}");
            return null;
        }
    }

    private static string Names(List<IProvider> serving) => serving.Count == 0 ? "none, no provider serves it" : string.Join(", ", serving.Select(provider => provider.Name));
}
