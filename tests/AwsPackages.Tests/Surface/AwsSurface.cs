using System.Text.Json.Nodes;

namespace BlueGreenServerless.AwsPackages.Tests.Surface;

/// <summary>
/// aws-surface.json: the public members of the official packages and their names on the wire, taken from the services' models and
/// the official generator's naming rules.
/// </summary>
internal static class AwsSurface
{
    private static readonly JsonObject Root =
        JsonNode.Parse(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "aws-surface.json")))!.AsObject();

    public static IReadOnlyList<string> Services => [.. Root.Select(service => service.Key)];

    public static string Meta(string service, string name) => (string?)Root[service]!["meta"]![name] ?? "";

    public static JsonObject Operations(string service) => Root[service]!["ops"]!.AsObject();

    /// <summary>Code on the wire by exception class, over all operations of the service.</summary>
    public static IReadOnlyDictionary<string, string> Errors(string service) =>
        Operations(service).SelectMany(operation => operation.Value!["errors"]!.AsObject())
            .DistinctBy(error => error.Key).ToDictionary(error => error.Key, error => (string)error.Value!, StringComparer.Ordinal);

    /// <summary>C# type and wire name by property; null when the official package has no such class.</summary>
    public static IReadOnlyDictionary<string, (string Type, string Wire)>? Members(string service, string shape) =>
        Root[service]!["classes"]![shape]?.AsObject()
            .ToDictionary(member => member.Key, member => ((string)member.Value![0]!, (string)member.Value![1]!), StringComparer.Ordinal);

    /// <summary>Wire value by field; null when the official package has no such enumeration.</summary>
    public static IReadOnlyDictionary<string, string>? Values(string service, string enumeration) =>
        Root[service]!["enums"]![enumeration]?.AsObject()
            .ToDictionary(value => value.Key, value => (string)value.Value!, StringComparer.Ordinal);
}
