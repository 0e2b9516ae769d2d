using System.Text.Json.Nodes;
using System.Xml.Linq;
using BlueGreenServerless.Clouds.Aws.Http;
using BlueGreenServerless.Clouds.Aws.Signing;

namespace BlueGreenServerless.Clouds.Aws.Protocols;

/// <summary>A service with the query protocol: form fields in, XML out.</summary>
internal sealed class QueryService(string signingName, string version, string space, IReadOnlyDictionary<string, Operation> operations) : IAwsService
{
    private readonly XNamespace space = space;

    public string SigningName { get; } = signingName;

    public string OperationOf(WireRequest request) => QueryForm.Read(request.Text)["Action"]?.ToString() ?? "";

    public async Task<WireAnswer> AnswerAsync(Call call)
    {
        var form = QueryForm.Read(call.Request.Text);
        var name = form["Action"]?.ToString() ?? "";
        if (form["Version"]?.ToString() != version || !operations.TryGetValue(name, out var operation))
        {
            throw new AwsException("InvalidAction", $"Could not find operation {name} for version {form["Version"]}");
        }

        var result = await operation(new Input(form));
        return Xml(200, Response(name, result, call.RequestId), call.RequestId);
    }

    public WireAnswer Failure(WireRequest request, AwsException error, string requestId) => Xml(
        error.Status,
        new XElement(
            space + "ErrorResponse",
            new XElement(
                space + "Error",
                new XElement(space + "Type", error.Status < 500 ? "Sender" : "Receiver"),
                new XElement(space + "Code", error.Code == AwsException.Validation ? "ValidationError" : error.Code),
                new XElement(space + "Message", error.Message)),
            new XElement(space + "RequestId", requestId)),
        requestId);

    public AwsException ErrorOf(Refusal refusal) => refusal switch
    {
        Refusal.NotSigned => new AwsException("MissingAuthenticationToken", "Request is missing Authentication Token", 403),
        Refusal.UnknownKey or Refusal.WrongToken => new AwsException("InvalidClientTokenId", "The security token included in the request is invalid.", 403),
        Refusal.ExpiredToken => new AwsException("ExpiredToken", "The security token included in the request is expired", 403),
        Refusal.WrongClock or Refusal.TooOld => new AwsException("SignatureDoesNotMatch", "Signature expired: the request's time is more than 15 min. off.", 403),
        Refusal.WrongScope => new AwsException("SignatureDoesNotMatch", "Credential should be scoped to a valid region.", 403),
        _ => new AwsException(
            "SignatureDoesNotMatch",
            "The request signature we calculated does not match the signature you provided. Check your AWS Secret Access Key and signing method.", 403),
    };

    public AwsException Denied(string operation) => new("AccessDenied", $"User is not authorized to perform: {SigningName}:{operation}", 403);

    private XElement Response(string operation, JsonObject? result, string requestId) => new(
        space + $"{operation}Response",
        result is null ? null : new XElement(space + $"{operation}Result", XmlText.Of(space, result)),
        new XElement(space + "ResponseMetadata", new XElement(space + "RequestId", requestId)));

    private static WireAnswer Xml(int status, XElement root, string requestId) =>
        WireAnswer.Of(status, "text/xml", root.ToString(SaveOptions.DisableFormatting)).With("x-amzn-RequestId", requestId);
}
