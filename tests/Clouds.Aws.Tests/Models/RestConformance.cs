using System.Text.Json.Nodes;
using System.Xml.Linq;

namespace BlueGreenServerless.Clouds.Aws.Tests.Models;

/// <summary>The same for S3, whose members stand in the path, the query, headers and the body.</summary>
internal static class RestConformance
{
    private static readonly string[] Always = ["x-amz-request-id", "x-amz-id-2", "x-amz-bucket-region"];

    public static IReadOnlyList<string> Findings(ServiceModel model, JsonNode operation, Exchange exchange) => exchange.Answer.Status < 300
        ? [.. OfRequest(model, operation, exchange), .. OfHeaders(model, operation, exchange), .. OfBody(model, operation, exchange)]
        : [];

    private static IEnumerable<string> OfRequest(ServiceModel model, JsonNode operation, Exchange exchange)
    {
        var known = Located(model, operation["input"], "querystring").Concat(operation["http"]!["requestUri"]!.ToString().Split('?', '&').Skip(1).Select(part => part.Split('=')[0]));
        return exchange.Request.Query.Select(pair => pair.Name)
            .Where(name => !name.StartsWith("X-Amz-", StringComparison.Ordinal) && name != "x-id")
            .Except(known, StringComparer.Ordinal).Select(name => $"{exchange.Operation} request: unknown parameter '{name}'");
    }

    private static IEnumerable<string> OfHeaders(ServiceModel model, JsonNode operation, Exchange exchange)
    {
        var known = Located(model, operation["output"], "header").Concat(Always).ToHashSet(StringComparer.OrdinalIgnoreCase);
        return exchange.Answer.Headers.Keys
            .Where(name => name.StartsWith("x-amz-", StringComparison.OrdinalIgnoreCase) && !name.StartsWith("x-amz-meta-", StringComparison.OrdinalIgnoreCase))
            .Where(name => !known.Contains(name)).Select(name => $"{exchange.Operation}: unknown header '{name}'");
    }

    private static List<string> OfBody(ServiceModel model, JsonNode operation, Exchange exchange)
    {
        if (operation["output"] is not { } output || model.ShapeOf(output)["payload"] is not null || exchange.Answer.Body.Length == 0 || exchange.Operation == "GetBucketLocation")
        {
            return [];
        }

        var shape = model.ShapeOf(output).DeepClone();
        foreach (var name in shape["members"]!.AsObject().Where(member => member.Value!["location"] is not null).Select(member => member.Key).ToList())
        {
            shape["members"]!.AsObject().Remove(name);
        }

        var check = new ShapeCheck(model, typed: false);
        check.Check(XmlTree.Of(model, XElement.Parse(exchange.Answer.Text), shape), shape, exchange.Operation);
        return check.Findings;
    }

    private static IEnumerable<string> Located(ServiceModel model, JsonNode? io, string location) => io is null ? [] :
        from member in model.ShapeOf(io)["members"]!.AsObject()
        where member.Value!["location"]?.ToString() == location
        select member.Value!["locationName"]!.ToString();
}
