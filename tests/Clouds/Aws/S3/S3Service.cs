using System.Xml.Linq;
using BlueGreenServerless.Clouds.Aws.Http;
using BlueGreenServerless.Clouds.Aws.Protocols;
using BlueGreenServerless.Clouds.Aws.Signing;

namespace BlueGreenServerless.Clouds.Aws.S3;

/// <summary>S3 over REST and XML.</summary>
internal sealed class S3Service(Storage storage) : IAwsService
{
    private readonly S3Objects objects = new(storage);
    private readonly S3Uploads uploads = new(storage);
    private readonly S3Lists lists = new(storage);

    public string SigningName => "s3";

    public string OperationOf(WireRequest request) => S3Request.Of(request).Operation;

    public Task<WireAnswer> AnswerAsync(Call call)
    {
        var request = S3Request.Of(call.Request);
        var answer = request.Operation switch
        {
            "PutObject" => objects.Put(request, PayloadReader.Read(call), call.RequestId),
            "GetObject" or "HeadObject" => objects.Get(request),
            "DeleteObject" => objects.Delete(request),
            "CreateMultipartUpload" => uploads.Create(request),
            "UploadPart" => uploads.Part(request, PayloadReader.Read(call)),
            "CompleteMultipartUpload" => uploads.Complete(request, call.RequestId),
            "AbortMultipartUpload" => uploads.Abort(request),
            "HeadBucket" => lists.Head(request),
            "GetBucketVersioning" => lists.Versioning(request),
            "GetBucketNotificationConfiguration" => lists.Notification(request),
            "GetBucketLocation" => lists.Location(request),
            "ListBuckets" => lists.Buckets(),
            "ListObjectsV2" => lists.Objects(request),
            "ListObjectVersions" => lists.Versions(request),
            _ => throw new AwsException("NotImplemented", "A header you provided implies functionality that is not implemented", 501),
        };
        return Task.FromResult(Identified(answer, call.RequestId));
    }

    public WireAnswer Failure(WireRequest request, AwsException error, string requestId)
    {
        var xml = new XElement(
            "Error",
            new XElement("Code", error.Code),
            new XElement("Message", error.Message),
            error.Details.Select(detail => new XElement(detail.Key, detail.Value)),
            new XElement("RequestId", requestId),
            new XElement("HostId", "double"));
        var answer = request.Method == "HEAD"
            ? WireAnswer.Empty(error.Status)
            : WireAnswer.Of(error.Status, "application/xml", $"<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n{xml.ToString(SaveOptions.DisableFormatting)}");
        return Identified(error.Details.ContainsKey("DeleteMarker") ? answer.With("x-amz-delete-marker", "true") : answer, requestId);
    }

    public AwsException ErrorOf(Refusal refusal) => refusal switch
    {
        Refusal.NotSigned => Denied(""),
        Refusal.UnknownKey => new AwsException("InvalidAccessKeyId", "The AWS Access Key Id you provided does not exist in our records.", 403),
        Refusal.WrongToken => new AwsException("InvalidToken", "The provided token is malformed or otherwise invalid."),
        Refusal.ExpiredToken => new AwsException("ExpiredToken", "The provided token has expired."),
        Refusal.WrongClock => new AwsException("RequestTimeTooSkewed", "The difference between the request time and the current time is too large.", 403),
        Refusal.TooOld => new AwsException("AccessDenied", "Request has expired", 403),
        Refusal.WrongScope => new AwsException("AuthorizationHeaderMalformed", "The authorization header is malformed; the region is wrong"),
        Refusal.WrongBody => new AwsException("XAmzContentSHA256Mismatch", "The provided 'x-amz-content-sha256' header does not match what was computed."),
        _ => new AwsException(
            "SignatureDoesNotMatch",
            "The request signature we calculated does not match the signature you provided. Check your key and signing method.", 403),
    };

    public AwsException Denied(string operation) => new("AccessDenied", "Access Denied", 403);

    private static WireAnswer Identified(WireAnswer answer, string requestId) => answer.With("x-amz-request-id", requestId).With("x-amz-id-2", "double");
}
