using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using BlueGreenServerless.Clouds.Aws.Http;

namespace BlueGreenServerless.Clouds.DigitalOcean.Answers;

/// <summary>A call that was let in.</summary>
/// <param name="Parts">Named parts of the path.</param>
/// <param name="Url">Address of the API, for links.</param>
internal sealed record ApiCall(WireRequest Request, IReadOnlyDictionary<string, string> Parts, Uri Url, int PageLimit)
{
    public long Id => long.TryParse(Parts["id"], NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : throw ApiException.NotFound();

    /// <exception cref="ApiException">The body is no JSON object.</exception>
    public JsonObject Body()
    {
        try
        {
            return JsonNode.Parse(Request.Text) as JsonObject ?? throw new ApiException(400, "bad_request", "unable to parse request body");
        }
        catch (JsonException)
        {
            throw new ApiException(400, "bad_request", "unable to parse request body");
        }
    }

    /// <summary>One page of a list, with the link to the next one when there is any.</summary>
    public JsonObject Page(string key, IReadOnlyList<JsonObject> all)
    {
        var size = Math.Min(Math.Clamp(Number("per_page") ?? 20, 1, 200), PageLimit);
        var page = Math.Max(1, Number("page") ?? 1);
        var answer = new JsonObject
        {
            [key] = new JsonArray([.. all.Skip((page - 1) * size).Take(size)]),
            ["meta"] = new JsonObject { ["total"] = all.Count },
        };
        if (all.Count > size)
        {
            answer["links"] = new JsonObject { ["pages"] = Links(page, size, (all.Count + size - 1) / size) };
        }

        return answer;
    }

    private JsonObject Links(int page, int size, int last)
    {
        var links = new JsonObject();
        if (page < last)
        {
            (links["next"], links["last"]) = (Link(page + 1, size), Link(last, size));
        }

        if (page > 1)
        {
            (links["prev"], links["first"]) = (Link(page - 1, size), Link(1, size));
        }

        return links;
    }

    private string Link(int page, int size)
    {
        var others = Request.Query.Where(pair => pair.Name is not ("page" or "per_page")).Select(pair => $"&{pair.Name}={Uri.EscapeDataString(pair.Value)}");
        return $"{Url.AbsoluteUri.TrimEnd('/')}{Request.RawPath}?page={page}&per_page={size}{string.Concat(others)}";
    }

    private int? Number(string name) => int.TryParse(Request.Parameter(name), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
