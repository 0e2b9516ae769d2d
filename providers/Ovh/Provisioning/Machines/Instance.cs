using System.Text.Json.Nodes;

namespace BlueGreenServerless.Providers.Ovh.Provisioning.Machines;

/// <summary>An instance as OVH shows it.</summary>
/// <param name="Addresses">Its IPv4 addresses, each with its kind.</param>
internal sealed record Instance(string Id, string Name, string Status, string Region, string FlavorId, IReadOnlyList<(OvhAddressKind Kind, string Address)> Addresses)
{
    private static readonly string[] Coming = ["BUILD", "BUILDING", "REBUILD", "UNKNOWN"];

    /// <summary>It is going, or gone and only listed still.</summary>
    public bool IsGoing => Status is "DELETING" or "DELETED" or "SOFT_DELETED";

    public bool IsBroken => Status == "ERROR";

    public bool IsComing => Coming.Contains(Status, StringComparer.Ordinal);

    public static Instance Of(JsonObject read) => new(
        (string?)read["id"] ?? "", (string?)read["name"] ?? "", (string?)read["status"] ?? "UNKNOWN", (string?)read["region"] ?? "", (string?)read["flavorId"] ?? "",
        [.. (read["ipAddresses"] as JsonArray ?? []).OfType<JsonObject>().Where(each => (long?)each["version"] == 4 && (string?)each["ip"] is not null).Select(AddressOf)]);

    public string? AddressOf(OvhAddressKind kind) => Addresses.Where(each => each.Kind == kind).Select(each => each.Address).FirstOrDefault();

    private static (OvhAddressKind Kind, string Address) AddressOf(JsonObject read) =>
        ((string?)read["type"] == "private" ? OvhAddressKind.Private : OvhAddressKind.Public, (string)read["ip"]!);
}
