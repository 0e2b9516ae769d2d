using System.Text.Json;
using Amazon.SimpleSystemsManagement.Model;
using BlueGreenServerless.Failures;
using BlueGreenServerless.Functions.Hosting;
using BlueGreenServerless.Providers.Aws.Clients;

namespace BlueGreenServerless.Cli.Aws;

/// <summary>
/// Where a deployment keeps its things. The stack writes them into a parameter of Systems Manager; BLUEGREEN_STATE, BLUEGREEN_ARTIFACTS and
/// BLUEGREEN_MACHINES, the names that its functions have too, say them without asking.
/// </summary>
internal static class AwsDeployment
{
    public const string UsualPrefix = "bluegreen";

    public static string ParameterOf(string prefix) => $"/bluegreen/{prefix}/deployment";

    /// <param name="prefix">Null: what the environment says, or the usual one.</param>
    /// <exception cref="InvalidRequestException">There is none.</exception>
    public static Task<HostSettings> FindAsync(string? prefix, AwsAccount account, CancellationToken cancellationToken) =>
        prefix is null && Environment.GetEnvironmentVariable("BLUEGREEN_STATE") is { Length: > 0 }
            ? Task.FromResult(FromEnvironment())
            : FromParameterAsync(prefix ?? UsualPrefix, account, cancellationToken);

    /// <summary>Prefix and account stand in the machines' ARN, <c>arn:aws:states:REGION:ACCOUNT:stateMachine:PREFIX-</c>.</summary>
    private static HostSettings FromEnvironment() => HostSettings.Of(name => Environment.GetEnvironmentVariable(name) ?? name switch
    {
        "BLUEGREEN_PREFIX" => Machines()?[^1].TrimEnd('-') is { Length: > 0 } prefix ? prefix : UsualPrefix,
        "BLUEGREEN_ACCOUNT" => Machines()?[4],
        _ => null,
    });

    private static string[]? Machines() => Environment.GetEnvironmentVariable("BLUEGREEN_MACHINES")?.Split(':') is { Length: 7 } parts ? parts : null;

    private static async Task<HostSettings> FromParameterAsync(string prefix, AwsAccount account, CancellationToken cancellationToken)
    {
        var text = await AwsCall.RunAsync($"looking for the deployment '{prefix}'", async () =>
        {
            try
            {
                return (await account.Systems.GetParameterAsync(new GetParameterRequest { Name = ParameterOf(prefix) }, cancellationToken)).Parameter.Value;
            }
            catch (ParameterNotFoundException)
            {
                return null;
            }
        });
        return text is null
            ? throw new InvalidRequestException(
                $"There is no deployment '{prefix}' in this account and region: the parameter '{ParameterOf(prefix)}' does not exist. " +
                "'cdk deploy' makes it. Deploy the stack, or correct --deployment, --profile or --region.")
            : Parse(prefix, text);
    }

    private static HostSettings Parse(string prefix, string text)
    {
        try
        {
            var values = JsonSerializer.Deserialize<Dictionary<string, string>>(text) ?? [];
            return HostSettings.Of(name => name == "BLUEGREEN_PREFIX" ? prefix : values.GetValueOrDefault(name["BLUEGREEN_".Length..].ToLowerInvariant()));
        }
        catch (Exception broken) when (broken is JsonException or InvalidRequestException or UriFormatException)
        {
            throw new InvalidRequestException(
                $"The parameter '{ParameterOf(prefix)}' cannot be used: {broken.Message} It must be as the stack of this version writes it. Deploy the stack again.", broken);
        }
    }
}
