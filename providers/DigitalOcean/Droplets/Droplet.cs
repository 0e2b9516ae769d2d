using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using BlueGreenServerless.Failures;

namespace BlueGreenServerless.Providers.DigitalOcean.Droplets;

/// <summary>A virtual machine as the API describes it.</summary>
/// <param name="Status"><c>new</c>, <c>active</c>, <c>off</c> or <c>archive</c>.</param>
/// <param name="Locked">An action runs on it and no other is accepted.</param>
/// <param name="Public">Null while it is new or when it has none.</param>
internal sealed partial record Droplet(long Id, string Name, string Status, bool Locked, string? Public, string? Private, IReadOnlyList<string> Tags)
{
    public bool IsActive => Status == "active";

    /// <summary>Its name where that is fit for a host's name, else its id.</summary>
    public string HostName => FitName().IsMatch(Name) ? Name : $"droplet-{Id}";

    /// <exception cref="ProviderRefusedException">The JSON is no droplet.</exception>
    public static Droplet Of(JsonObject json) =>
        json["id"] is JsonValue id && id.TryGetValue<long>(out var number) && json["name"] is JsonValue name && json["status"] is JsonValue status
            ? new Droplet(
                number, name.ToString(), status.ToString(), json["locked"] is JsonValue locked && locked.TryGetValue<bool>(out var isLocked) && isLocked,
                Address(json, "public"), Address(json, "private"), [.. (json["tags"] as JsonArray ?? []).OfType<JsonValue>().Select(tag => tag.ToString())])
            : throw new ProviderRefusedException($"DigitalOcean described the droplet '{json["id"]}' in a way that is not understood. It must have id, name and status. Report this.");

    public string? Address(DropletNetwork network) => network == DropletNetwork.Public ? Public : Private;

    /// <exception cref="ProviderRefusedException">It has none there.</exception>
    public string AddressOrRefuse(DropletNetwork network) => Address(network) ?? throw new ProviderRefusedException(
        $"The droplet '{Name}' ({Id}, status '{Status}') has no {network.ToString().ToLowerInvariant()} IPv4 address. It needs one to be reached. Set 'network' to the other one, or give it one.");

    private static string? Address(JsonObject json, string type) =>
        (json["networks"]?["v4"] as JsonArray ?? []).FirstOrDefault(network => network?["type"]?.ToString() == type)?["ip_address"]?.ToString();

    [GeneratedRegex("^[A-Za-z0-9][A-Za-z0-9._-]{0,62}\\z", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex FitName();
}
