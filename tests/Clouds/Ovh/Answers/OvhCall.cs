using System.Text.Json;
using System.Text.Json.Nodes;
using BlueGreenServerless.Clouds.Aws.Http;

namespace BlueGreenServerless.Clouds.Ovh.Answers;

/// <summary>A call whose sender is known.</summary>
/// <param name="Path">Below the generation of the API, without a slash before it.</param>
internal sealed record OvhCall(WireRequest Request, string Path)
{
    public string Method => Request.Method;

    public IReadOnlyList<string> Parts { get; } = Path.Split('/', StringSplitOptions.RemoveEmptyEntries);

    /// <exception cref="OvhException">There is none, or it is no object.</exception>
    public JsonObject Body()
    {
        try
        {
            return Request.Text.Length == 0 ? [] : JsonNode.Parse(Request.Text) as JsonObject ?? throw OvhException.Bad("The body must be an object");
        }
        catch (JsonException)
        {
            throw OvhException.Bad("The body is not valid JSON");
        }
    }
}
