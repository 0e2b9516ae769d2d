using System.Net;
using Amazon.Runtime;
using BlueGreenServerless.Failures;

namespace BlueGreenServerless.Providers.Aws.Clients;

/// <summary>
/// Calls of AWS, with their failures in our words. The one place that knows which of them pass:
/// <code>
/// throttled, 5xx, timed out, no connection, credentials could not be fetched    unavailable
/// a change of the same thing is under way (409, ...InProgress, contention)      unavailable
/// anything else that AWS says no to                                             refused, with its code, words and request id
/// </code>
/// </summary>
public static class AwsCall
{
    private static readonly string[] Passing =
    [
        "Throttling", "ThrottlingException", "ThrottledException", "RequestThrottled", "RequestThrottledException", "RequestLimitExceeded", "TooManyRequestsException",
        "TooManyUpdates", "RateExceeded", "SlowDown", "PriorRequestNotComplete", "BandwidthLimitExceeded", "RequestTimeout", "RequestTimeoutException",
        "InternalFailure", "InternalError", "InternalServerError", "InternalServiceFault", "ServiceUnavailable", "HealthUnavailable",
        "ScalingActivityInProgress", "ResourceContention", "OperationAborted", "ConditionalRequestConflict", "IDPCommunicationError",
    ];

    /// <param name="what">The call in words, for example <c>reading the listeners</c>.</param>
    /// <exception cref="ProviderUnavailableException">Passing trouble.</exception>
    /// <exception cref="ProviderRefusedException">A definite no.</exception>
    public static async Task<T> RunAsync<T>(string what, Func<Task<T>> call)
    {
        try
        {
            return await call();
        }
        catch (Exception fault) when (IsOfAws(fault))
        {
            throw Translate(what, fault);
        }
    }

    /// <summary>Makes a client; that can fail for want of a region or credentials.</summary>
    public static T Make<T>(Func<T> make)
    {
        try
        {
            return make();
        }
        catch (Exception fault) when (IsOfAws(fault))
        {
            throw Translate("connecting", fault);
        }
    }

    public static ReleaseException Translate(string what, Exception fault) => fault switch
    {
        AmazonServiceException service when IsPassing(service) => new ProviderUnavailableException(Text(what, service, "It is tried again."), service),
        AmazonServiceException service => new ProviderRefusedException(Text(what, service, Advice(service)), service),
        AmazonClientException client when IsSetup(client) => new ProviderRefusedException(
            $"AWS cannot be used for {what}: '{client.Message}'. A region and credentials are needed. Give 'region' and 'profile', or set AWS_REGION and AWS_PROFILE.", client),
        _ => new ProviderUnavailableException($"AWS did not answer while {what}: '{fault.Message}'. It is tried again; look at the network if it lasts.", fault),
    };

    /// <summary>Not a cancelled call, and not a fault of ours.</summary>
    public static bool IsOfAws(Exception fault) => fault is AmazonServiceException or AmazonClientException or HttpRequestException or IOException or TimeoutException
        or OperationCanceledException { InnerException: TimeoutException };

    private static bool IsPassing(AmazonServiceException service) =>
        service.StatusCode is HttpStatusCode.TooManyRequests or HttpStatusCode.RequestTimeout || (int)service.StatusCode is >= 500 or 0
        || Passing.Contains(service.ErrorCode, StringComparer.OrdinalIgnoreCase);

    private static bool IsSetup(AmazonClientException client) =>
        client.Message.Contains("credentials", StringComparison.OrdinalIgnoreCase) || client.Message.Contains("RegionEndpoint", StringComparison.Ordinal);

    private static string Text(string what, AmazonServiceException service, string advice) =>
        $"AWS said '{service.ErrorCode}' while {what}: {Plain(service.Message)} (HTTP {(int)service.StatusCode}, request id {service.RequestId ?? "unknown"}). {advice}";

    private static string Plain(string message) =>
        message.Length <= 600 ? message.ReplaceLineEndings(" ") : message[..600].ReplaceLineEndings(" ") + "…";

    private static string Advice(AmazonServiceException service) => service.ErrorCode switch
    {
        "AccessDenied" or "AccessDeniedException" or "UnauthorizedOperation" => "Allow the action to the role that asked, and release again.",
        "ExpiredToken" or "ExpiredTokenException" or "InvalidClientTokenId" or "UnrecognizedClientException" or "SignatureDoesNotMatch" =>
            "Sign in again or correct the credentials.",
        "OperationNotPermitted" => "A listener's default rule is named by the listener's ARN, not by the rule's. Correct the ARN.",
        _ => "Correct what it names, and release again.",
    };
}
