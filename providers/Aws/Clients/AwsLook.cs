using Amazon.Runtime;
using BlueGreenServerless.Failures;
using BlueGreenServerless.Ports;

namespace BlueGreenServerless.Providers.Aws.Clients;

/// <summary>
/// One look of the doctor at AWS, whose failures are findings:
/// <code>
/// denied                               the action that must be allowed, by its name in IAM
/// credentials missing, wrong, expired  the same words each time, so that they are told once
/// anything else                        as it is
/// </code>
/// </summary>
public static class AwsLook
{
    private static readonly string[] Denied = ["AccessDenied", "AccessDeniedException", "UnauthorizedOperation", "Forbidden", "AuthorizationError"];

    private static readonly string[] Unknown =
    [
        "ExpiredToken", "ExpiredTokenException", "InvalidClientTokenId", "UnrecognizedClientException", "InvalidAccessKeyId", "SignatureDoesNotMatch", "InvalidToken",
        "IncompleteSignature", "MissingAuthenticationToken", "InvalidSignatureException", "RequestExpired",
    ];

    /// <param name="action">As IAM calls it, for example <c>ssm:ListCommands</c>.</param>
    public static Task<IReadOnlyList<Diagnosis>> AtAsync(string action, Func<Task<IReadOnlyList<Diagnosis>>> look) => Diagnosis.LookAsync(async () =>
    {
        try
        {
            return await look();
        }
        catch (ReleaseException fault) when (fault.InnerException is AmazonServiceException service && Denied.Contains(service.ErrorCode, StringComparer.Ordinal))
        {
            return [Diagnosis.Blocking(
                $"The credentials may not do '{action}': AWS said '{service.ErrorCode}' ({service.Message.ReplaceLineEndings(" ").TrimEnd('.')}). It must be allowed. Add '{action}' to the policy of the user or role.")];
        }
        catch (ReleaseException fault) when (fault.InnerException is AmazonServiceException service && Unknown.Contains(service.ErrorCode, StringComparer.Ordinal))
        {
            return [Diagnosis.Blocking($"AWS does not take the credentials: '{service.ErrorCode}'. Valid ones that have not expired are needed. Sign in again, or choose another profile.")];
        }
        catch (ProviderRefusedException fault) when (fault.InnerException is AmazonClientException)
        {
            return [Diagnosis.Blocking(
                $"There are no credentials or no region for AWS: '{fault.InnerException.Message}'. A region and credentials are needed. Set AWS_PROFILE and AWS_REGION, or use --profile and --region.")];
        }
    });
}
