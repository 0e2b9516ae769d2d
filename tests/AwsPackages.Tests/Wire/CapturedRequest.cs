using System.Net;
using System.Text;
using System.Text.Json.Nodes;

namespace BlueGreenServerless.AwsPackages.Tests.Wire;

/// <summary>A request as it arrived.</summary>
internal sealed record CapturedRequest(string Method, string Path, IReadOnlyDictionary<string, string> Headers, byte[] Body)
{
    public string Text => Encoding.UTF8.GetString(Body);

    public JsonNode Json => JsonNode.Parse(Body)!;

    /// <summary>The form fields of a query request.</summary>
    public IReadOnlyDictionary<string, string> Fields => Text.Split('&').Select(part => part.Split('='))
        .ToDictionary(pair => WebUtility.UrlDecode(pair[0]), pair => WebUtility.UrlDecode(pair[1]), StringComparer.Ordinal);
}
