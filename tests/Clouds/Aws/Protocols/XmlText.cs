using System.Globalization;
using System.Text.Json.Nodes;
using System.Xml.Linq;

namespace BlueGreenServerless.Clouds.Aws.Protocols;

/// <summary>Writes a tree as the query protocol does: lists as <c>member</c> elements.</summary>
internal static class XmlText
{
    public static IEnumerable<XElement> Of(XNamespace space, JsonObject tree) =>
        tree.Where(field => field.Value is not null).SelectMany(field => Elements(space, field.Key, field.Value!));

    /// <summary>A point in time as XML and query services write it.</summary>
    public static string Time(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);

    private static IEnumerable<XElement> Elements(XNamespace space, string name, JsonNode value) => name == "entry" && value is JsonArray entries
        ? entries.Select(entry => new XElement(space + name, Content(space, entry!)))
        : [new XElement(space + name, Content(space, value))];

    private static object Content(XNamespace space, JsonNode node) => node switch
    {
        JsonObject tree => Of(space, tree),
        JsonArray list => list.Select(item => new XElement(space + "member", Content(space, item!))),
        _ => node.GetValueKind() is System.Text.Json.JsonValueKind.True or System.Text.Json.JsonValueKind.False ? node.ToJsonString() : node.ToString(),
    };
}
