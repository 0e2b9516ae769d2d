using System.Text;
using BlueGreenServerless.Failures;
using BlueGreenServerless.Ports;
using BlueGreenServerless.Providers.Secrets;

namespace BlueGreenServerless.Providers.DigitalOcean.Environments;

/// <summary>User data by reference: read at the moment of use, never shown. What is in it may be a secret.</summary>
internal static class UserData
{
    /// <summary>Of the API (digitalocean/openapi, resources/droplets/models/droplet_create.yml).</summary>
    private const int MostBytes = 64 * 1024;

    private static readonly SecretReader Secrets = SecretReader.Discover();

    /// <summary>Null when there is none.</summary>
    /// <exception cref="InvalidRequestException">It is not there or too long; the message has the place, never the text.</exception>
    public static async Task<string?> ReadAsync(SecretReference? reference, CancellationToken cancellationToken)
    {
        var text = reference is null ? null : await Secrets.ReadAsync(reference, cancellationToken);
        return text is null || Encoding.UTF8.GetByteCount(text) <= MostBytes ? text
            : throw new InvalidRequestException($"The user data in '{reference}' has '{Encoding.UTF8.GetByteCount(text)}' bytes. At most {MostBytes} are taken. Shorten it.");
    }

    /// <summary>Why it cannot be used; null when it can.</summary>
    public static async Task<string?> FaultAsync(SecretReference? reference, CancellationToken cancellationToken)
    {
        try
        {
            await ReadAsync(reference, cancellationToken);
            return null;
        }
        catch (InvalidRequestException fault)
        {
            return fault.Message;
        }
    }
}
