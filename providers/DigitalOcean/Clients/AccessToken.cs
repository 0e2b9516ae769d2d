using System.Text.RegularExpressions;
using BlueGreenServerless.Failures;
using BlueGreenServerless.Ports;
using BlueGreenServerless.Providers.Secrets;

namespace BlueGreenServerless.Providers.DigitalOcean.Clients;

/// <summary>Finds the token at the moment of use: where the options say, else in the usual places.</summary>
/// <param name="environment">Reads a variable of the environment.</param>
/// <param name="doctl">Path of doctl's configuration.</param>
internal sealed partial class AccessToken(SecretReference? reference, SecretReader secrets, Func<string, string?> environment, string doctl)
{
    public const string Variable = "DIGITALOCEAN_ACCESS_TOKEN";

    private const string ContextVariable = "DIGITALOCEAN_CONTEXT";

    public static AccessToken Of(SecretReference? reference) => new(
        reference, SecretReader.Discover(), Environment.GetEnvironmentVariable,
        Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.ApplicationData), "doctl", "config.yaml"));

    /// <exception cref="InvalidRequestException">There is none, or it cannot be one; the message has the place, never the token.</exception>
    public async Task<string> ReadAsync(CancellationToken cancellationToken)
    {
        var (token, place) = await FindAsync(cancellationToken);
        return Usable().IsMatch(token) ? token
            : throw new InvalidRequestException(
                $"The API token of DigitalOcean in '{place}' cannot be one. It must be one word of letters, digits and signs. Write the token there and nothing else.");
    }

    private async Task<(string Token, string Place)> FindAsync(CancellationToken cancellationToken)
    {
        if (reference is not null)
        {
            return (await secrets.ReadAsync(reference, cancellationToken), reference.ToString());
        }

        if (environment(Variable) is { Length: > 0 } given)
        {
            return (given, $"env:{Variable}");
        }

        return await FromDoctlAsync(cancellationToken) is { } known ? (known, doctl)
            : throw new InvalidRequestException(
                $"There is no API token of DigitalOcean: the variable '{Variable}' is not set and doctl's configuration '{doctl}' has none. " +
                $"Allowed are those two and the option 'token' with {SecretReference.Allowed}. Set one of them, or run: doctl auth init");
    }

    private async Task<string?> FromDoctlAsync(CancellationToken cancellationToken)
    {
        try
        {
            return DoctlFile.TokenOf(await File.ReadAllTextAsync(doctl, cancellationToken), environment(ContextVariable));
        }
        catch (Exception missing) when (missing is FileNotFoundException or DirectoryNotFoundException)
        {
            return null;
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
        {
            throw new InvalidRequestException($"The configuration of doctl, '{doctl}', cannot be read: {unreadable.Message} It must be a readable file. Correct its rights.", unreadable);
        }
    }

    [GeneratedRegex("^[!-~]{1,1024}\\z", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Usable();
}
