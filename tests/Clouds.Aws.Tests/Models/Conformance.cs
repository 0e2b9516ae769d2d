using System.Text.Json.Nodes;
using System.Xml.Linq;
using BlueGreenServerless.Clouds.Aws.Protocols;

namespace BlueGreenServerless.Clouds.Aws.Tests.Models;

/// <summary>What an exchange has that AWS's model of the service does not allow.</summary>
internal static class Conformance
{
    // Errors that every operation may answer and no model lists
    private static readonly string[] Everywhere =
    [
        "SignatureDoesNotMatch", "InvalidClientTokenId", "MissingAuthenticationToken", "ExpiredToken", "AccessDenied", "Throttling", "ValidationError",
        "InternalFailure", "ServiceUnavailable", "InvalidAction", "InvalidSignatureException", "UnrecognizedClientException", "AccessDeniedException",
        "MissingAuthenticationTokenException", "ExpiredTokenException", "ThrottlingException", "ValidationException", "SerializationException", "InvalidNextToken",
    ];

    public static IReadOnlyList<string> Findings(Exchange exchange)
    {
        var model = ServiceModel.Of(exchange.Service);
        var operation = model.Operation(exchange.Operation);
        return operation is null ? [$"{exchange.Service} has no operation '{exchange.Operation}'"]
            : model.Protocol == "rest-xml" ? RestConformance.Findings(model, operation, exchange)
            : [.. OfRequest(model, operation, exchange), .. exchange.Answer.Status < 300 ? OfAnswer(model, operation, exchange) : OfError(model, operation, exchange)];
    }

    private static List<string> OfRequest(ServiceModel model, JsonNode operation, Exchange exchange)
    {
        var typed = model.Protocol == "json";
        var tree = typed ? JsonNode.Parse(exchange.Request.Body)!.AsObject() : QueryForm.Read(exchange.Request.Text);
        tree.Remove("Action");
        tree.Remove("Version");
        var check = new ShapeCheck(model, typed);
        check.Check(tree, model.ShapeOf(operation["input"]!), $"{exchange.Operation} request");
        return exchange.Answer.Status < 300 ? check.Findings : [];
    }

    private static List<string> OfAnswer(ServiceModel model, JsonNode operation, Exchange exchange)
    {
        var check = new ShapeCheck(model, model.Protocol == "json");
        if (model.Protocol == "json")
        {
            check.Check(JsonNode.Parse(exchange.Answer.Body), operation["output"] is { } shape ? model.ShapeOf(shape) : JsonNode.Parse("""{"type":"structure","members":{}}""")!, exchange.Operation);
            return check.Findings;
        }

        var root = XElement.Parse(exchange.Answer.Text);
        var output = operation["output"];
        var result = output?["resultWrapper"] is { } wrapper ? root.Elements().SingleOrDefault(child => child.Name.LocalName == wrapper.ToString()) : null;
        if (output is not null && result is null)
        {
            return [$"{exchange.Operation}: no {output["resultWrapper"]} in {root}"];
        }

        if (output is not null)
        {
            check.Check(XmlTree.Of(model, result!, model.ShapeOf(output)), model.ShapeOf(output), exchange.Operation);
        }

        return check.Findings;
    }

    private static IEnumerable<string> OfError(ServiceModel model, JsonNode operation, Exchange exchange)
    {
        var code = model.Protocol == "json"
            ? JsonNode.Parse(exchange.Answer.Body)!["__type"]!.ToString()
            : XElement.Parse(exchange.Answer.Text).Descendants().First(child => child.Name.LocalName == "Code").Value;
        if (!model.Errors(operation).Concat(Everywhere).Contains(code, StringComparer.Ordinal))
        {
            yield return $"{exchange.Operation}: unknown error '{code}'";
        }
    }
}
