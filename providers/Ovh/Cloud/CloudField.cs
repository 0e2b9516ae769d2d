using System.Globalization;
using System.Text.Json.Nodes;

namespace BlueGreenServerless.Providers.Ovh.Cloud;

/// <summary>
/// The one field of an object that says where traffic goes, by the object's path, and what a PUT of it takes (schema of /cloud):
/// <code>
/// listener/{id}             defaultPoolId     allowedCidrs, certificateId, defaultPoolId, description, name
/// l7Policy/{id}             redirectPoolId    action, description, listenerId, name, position, redirect...
/// pool/{id}/member/{id}     weight            name, weight
/// </code>
/// </summary>
internal static class CloudField
{
    private static readonly string[] OfListener = ["allowedCidrs", "certificateId", "defaultPoolId", "description", "name"];

    private static readonly string[] OfPolicy =
        ["action", "description", "listenerId", "name", "position", "redirectHttpCode", "redirectPoolId", "redirectPrefix", "redirectUrl"];

    private static readonly string[] OfMember = ["name", "weight"];

    public static string? Read(string path, JsonObject whole) => whole[Name(path)]?.ToString();

    /// <summary>The whole object to put back: every field that it has and that may be written, one of them changed.</summary>
    public static JsonObject With(string path, JsonObject whole, string value)
    {
        var kept = Kept(path).Where(name => whole[name] is not null).ToDictionary(name => name, name => whole[name]!.DeepClone(), StringComparer.Ordinal);
        kept[Name(path)] = Kept(path) == OfMember ? JsonValue.Create(int.Parse(value, CultureInfo.InvariantCulture)) : JsonValue.Create(value);
        return new JsonObject(kept.Select(each => KeyValuePair.Create(each.Key, (JsonNode?)each.Value)));
    }

    private static string Name(string path) => Kept(path) == OfListener ? "defaultPoolId" : Kept(path) == OfPolicy ? "redirectPoolId" : "weight";

    private static string[] Kept(string path) => path.Split('/')[0] switch { "listener" => OfListener, "l7Policy" => OfPolicy, _ => OfMember };
}
