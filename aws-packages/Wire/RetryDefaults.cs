using Amazon.Runtime;

namespace AwsPackages.Wire;

/// <summary>
/// What AWS_DEFAULTS_MODE chooses from (Auto is resolved to one of these): standard retries (three attempts) in every mode, connect timeouts as published in the
/// SDKs' sdk-default-configuration.json.
/// </summary>
internal static class RetryDefaults
{
    public static readonly IReadOnlyList<IDefaultConfiguration> Modes =
    [
        Mode(DefaultConfigurationMode.Standard, 3100),
        Mode(DefaultConfigurationMode.InRegion, 1100),
        Mode(DefaultConfigurationMode.CrossRegion, 3100),
        Mode(DefaultConfigurationMode.Mobile, 30000),
    ];

    private static DefaultConfiguration Mode(DefaultConfigurationMode name, int milliseconds) => new()
    {
        Name = name,
        RetryMode = RequestRetryMode.Standard,
        S3UsEast1RegionalEndpoint = S3UsEast1RegionalEndpointValue.Regional,
        ConnectTimeout = TimeSpan.FromMilliseconds(milliseconds),
        TlsNegotiationTimeout = TimeSpan.FromMilliseconds(milliseconds),
    };
}
