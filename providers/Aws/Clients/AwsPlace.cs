using Amazon;
using Amazon.Runtime;
using Amazon.Runtime.CredentialManagement;
using BlueGreenServerless.Failures;

namespace BlueGreenServerless.Providers.Aws.Clients;

/// <summary>Which account and region. Credentials are found by the SDK's chain: environment, profile, role of the function or machine.</summary>
/// <param name="Region">For example <c>eu-central-1</c>; null: AWS_REGION or the profile's.</param>
/// <param name="Profile">A profile of the shared configuration; null: the chain decides.</param>
/// <param name="Endpoint">One address for every service instead of AWS's; null: AWS's, or what AWS_ENDPOINT_URL says.</param>
public sealed record AwsPlace(string? Region = null, string? Profile = null, Uri? Endpoint = null)
{
    /// <summary>Attempts beside the first one: the SDK waits longer every time, at most 20 seconds.</summary>
    private const int Retries = 4;

    /// <summary>Given credentials instead of found ones.</summary>
    public AWSCredentials? Given { get; init; }

    internal TConfig Configure<TConfig>(TConfig config)
        where TConfig : ClientConfig
    {
        config.RetryMode = RequestRetryMode.Standard;
        config.MaxErrorRetry = Retries;
        if (Region is not null)
        {
            config.RegionEndpoint = RegionEndpoint.GetBySystemName(Region);
        }

        if (Endpoint is not null)
        {
            config.ServiceURL = Endpoint.AbsoluteUri;
            config.AuthenticationRegion = Region;
        }

        return config;
    }

    /// <exception cref="InvalidRequestException">There is no such profile.</exception>
    internal AWSCredentials? Credentials()
    {
        if (Given is not null || Profile is null)
        {
            return Given;
        }

        return new CredentialProfileStoreChain().TryGetAWSCredentials(Profile, out var credentials) ? credentials
            : throw new InvalidRequestException(
                $"The profile '{Profile}' is not in the shared AWS configuration. Allowed are profiles of ~/.aws/config and ~/.aws/credentials. Correct 'profile', or run: aws configure --profile {Profile}");
    }
}
