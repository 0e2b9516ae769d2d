using System.Text.Json;
using System.Text.Json.Nodes;
using BlueGreenServerless.Clouds.Aws.Http;
using BlueGreenServerless.Clouds.Aws.Signing;

namespace BlueGreenServerless.Clouds.Aws.Protocols;

/// <summary>A service with the JSON protocol: the operation is in the header X-Amz-Target.</summary>
/// <param name="prefix">Of the header, such as AmazonSSM.</param>
/// <param name="version">1.0 or 1.1, in the content type.</param>
internal sealed class JsonService(string signingName, string prefix, string version, IReadOnlyDictionary<string, Operation> operations) : IAwsService
{
    private readonly string contentType = $"application/x-amz-json-{version}";

    public string SigningName { get; } = signingName;

    public string OperationOf(WireRequest request) =>
        request.Header("X-Amz-Target") is { } target && target.StartsWith(prefix + ".", StringComparison.Ordinal) ? target[(prefix.Length + 1)..] : "";

    public async Task<WireAnswer> AnswerAsync(Call call)
    {
        if (call.Request.Header("Content-Type") != contentType || !operations.TryGetValue(OperationOf(call.Request), out var operation))
        {
            throw new AwsException("UnknownOperationException", $"There is no operation '{call.Request.Header("X-Amz-Target")}' for {call.Request.Header("Content-Type")}");
        }

        var result = await operation(new Input(Parsed(call.Request)));
        return Json(200, result ?? [], call.RequestId);
    }

    public WireAnswer Failure(WireRequest request, AwsException error, string requestId) =>
        Json(error.Status, new JsonObject { ["__type"] = error.Code, ["message"] = error.Message }, requestId);

    public AwsException ErrorOf(Refusal refusal) => refusal switch
    {
        Refusal.NotSigned => new AwsException("MissingAuthenticationTokenException", "Missing Authentication Token"),
        Refusal.UnknownKey or Refusal.WrongToken => new AwsException("UnrecognizedClientException", "The security token included in the request is invalid."),
        Refusal.ExpiredToken => new AwsException("ExpiredTokenException", "The security token included in the request is expired"),
        Refusal.WrongClock or Refusal.TooOld => new AwsException("InvalidSignatureException", "Signature expired: the request's time is more than 15 min. off."),
        Refusal.WrongScope => new AwsException("InvalidSignatureException", "Credential should be scoped to a valid region."),
        _ => new AwsException(
            "InvalidSignatureException",
            "The request signature we calculated does not match the signature you provided. Check your AWS Secret Access Key and signing method."),
    };

    public AwsException Denied(string operation) => new("AccessDeniedException", $"User is not authorized to perform: {SigningName}:{operation}");

    private static JsonObject Parsed(WireRequest request)
    {
        try
        {
            return JsonNode.Parse(request.Body) as JsonObject ?? throw new AwsException("SerializationException", "Expected an object");
        }
        catch (JsonException broken)
        {
            throw new AwsException("SerializationException", broken.Message);
        }
    }

    private WireAnswer Json(int status, JsonObject body, string requestId) =>
        WireAnswer.Of(status, contentType, body.ToJsonString()).With("x-amzn-RequestId", requestId);
}
