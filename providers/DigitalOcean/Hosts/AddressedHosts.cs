using System.Text.Json;
using System.Text.Json.Nodes;
using BlueGreenServerless.Failures;
using BlueGreenServerless.Plans;
using BlueGreenServerless.Ports;
using BlueGreenServerless.Providers.DigitalOcean.Droplets;
using BlueGreenServerless.Providers.Hosts;
using BlueGreenServerless.Serialization;

namespace BlueGreenServerless.Providers.DigitalOcean.Hosts;

/// <summary>
/// The binding of a hosts provider with droplets in its lists <c>blue</c>, <c>green</c> and <c>hosts</c>, each as <c>name=address</c>, and
/// with what single ones have of their own in <c>settings</c>.
/// </summary>
internal sealed class AddressedHosts(PortBinding through, DropletNetwork network, IReadOnlyDictionary<string, HostSettings> settings)
{
    private static readonly string[] Filled = ["blue", "green", "hosts", "settings"];

    /// <summary>Refuses a provider or options that cannot be filled in. Nothing outside is asked.</summary>
    /// <exception cref="InvalidRequestException">They cannot.</exception>
    public void Check(PortContext context)
    {
        if (Filled.FirstOrDefault(IsGiven) is { } given)
        {
            throw new InvalidRequestException($"'through' has '{given}' of its own. It is filled in here. Take it out of 'through'.");
        }

        try
        {
            _ = context.Hosts(Binding(["blue=192.0.2.1"], ["green=192.0.2.2"], []));
        }
        catch (JsonException wrong)
        {
            throw new InvalidRequestException(
                $"'through' names the provider '{through.Provider}', which takes no lists of addresses: {wrong.Message} " +
                "Allowed is one that does. A provider that finds its hosts by itself is named as the target's 'hosts'.", wrong);
        }
    }

    public PortBinding Of(IReadOnlyList<Droplet> blue, IReadOnlyList<Droplet> green) => Binding([.. blue.Select(Text)], [.. green.Select(Text)], []);

    public PortBinding Of(Droplet only) => Binding([], [], [Text(only)]);

    private PortBinding Binding(string[] blue, string[] green, string[] hosts)
    {
        // droplets come and go: settings of one that is not there are nobody's fault
        var there = blue.Concat(green).Concat(hosts).Select(host => host.Split('=')[0]).ToHashSet(StringComparer.Ordinal);
        var options = JsonObject.Create(through.Options) ?? [];
        options["settings"] = JsonSerializer.SerializeToNode(settings.Where(own => there.Contains(own.Key)).ToDictionary(), ReleaseJson.Options);
        (options["blue"], options["green"], options["hosts"]) = (List(blue), List(green), List(hosts));
        return through with { Options = JsonSerializer.SerializeToElement(options) };
    }

    private bool IsGiven(string key) => through.Options.ValueKind == JsonValueKind.Object && through.Options.TryGetProperty(key, out var value) && value.ValueKind switch
    {
        JsonValueKind.Array => value.GetArrayLength() > 0,
        JsonValueKind.Object => value.EnumerateObject().Any(),
        var kind => kind != JsonValueKind.Null,
    };

    private string Text(Droplet droplet) => $"{droplet.HostName}={droplet.AddressOrRefuse(network)}";

    private static JsonArray List(IEnumerable<string> texts) => [.. texts.Select(text => (JsonNode)text)];
}
