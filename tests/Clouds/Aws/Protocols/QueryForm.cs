using System.Net;
using System.Text.Json.Nodes;

namespace BlueGreenServerless.Clouds.Aws.Protocols;

/// <summary>Reads <c>Names.member.1=a&amp;Actions.member.1.Type=forward</c> as a tree.</summary>
internal static class QueryForm
{
    public static JsonObject Read(string body)
    {
        var root = new JsonObject();
        foreach (var part in body.Split('&', StringSplitOptions.RemoveEmptyEntries))
        {
            var pair = part.Split('=', 2);
            Put(root, WebUtility.UrlDecode(pair[0]).Split('.'), WebUtility.UrlDecode(pair.Length > 1 ? pair[1] : ""));
        }

        return (JsonObject)Listed(root);
    }

    private static void Put(JsonObject tree, IReadOnlyList<string> path, string value)
    {
        foreach (var name in path.SkipLast(1))
        {
            // An empty list is sent as a bare name; what is below a name wins over it
            if (tree[name] is not JsonObject next)
            {
                tree[name] = next = [];
            }

            tree = next;
        }

        tree[path[^1]] = value;
    }

    private static JsonNode Listed(JsonObject tree)
    {
        if (tree.Count == 1 && tree["member"] is JsonObject members)
        {
            return Numbered(members);
        }

        // A map keeps the word that its entries have on the wire
        if (tree.Count == 1 && tree["entry"] is JsonObject entries)
        {
            return new JsonObject { ["entry"] = Numbered(entries) };
        }

        return new JsonObject(tree.Select(field => KeyValuePair.Create(field.Key, (JsonNode?)Below(field.Value))));
    }

    private static JsonArray Numbered(JsonObject members) => new(
        [.. members.OrderBy(member => int.Parse(member.Key, System.Globalization.CultureInfo.InvariantCulture)).Select(member => Below(member.Value))]);

    private static JsonNode Below(JsonNode? node) => node is JsonObject inner ? Listed(inner) : node!.DeepClone();
}
