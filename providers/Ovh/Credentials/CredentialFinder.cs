using BlueGreenServerless.Failures;
using BlueGreenServerless.Ports;
using BlueGreenServerless.Providers.Ovh.Clients;
using BlueGreenServerless.Providers.Secrets;

namespace BlueGreenServerless.Providers.Ovh.Credentials;

/// <summary>Finds endpoint and credentials: what the user's file names, else the environment, else the files that OVH's own tools read.</summary>
/// <param name="secrets">Reads what the user's file names.</param>
/// <param name="variable">A variable of the environment, or null.</param>
/// <param name="files">Paths of ovh.conf; an earlier one wins.</param>
internal sealed class CredentialFinder(SecretReader secrets, Func<string, string?> variable, IReadOnlyList<string> files)
{
    private static readonly string[] Names = ["application_key", "application_secret", "consumer_key", "client_id", "client_secret"];

    public static CredentialFinder OfThisMachine() => new(
        SecretReader.Discover(), Environment.GetEnvironmentVariable,
        [Path.GetFullPath("ovh.conf"), Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".ovh.conf"), "/etc/ovh.conf"]);

    /// <exception cref="InvalidRequestException">There are none, or not all of them.</exception>
    public async Task<(OvhEndpoint Endpoint, OvhKeys Keys)> FindAsync(OvhPlace place, CancellationToken cancellationToken)
    {
        var read = files.Where(File.Exists).Select(Read).ToList();
        var endpoint = OvhEndpoint.Of(place.Endpoint ?? Variable("endpoint") ?? read.Select(file => file.Find("default", "endpoint")).FirstOrDefault(found => found is not null));
        return place.Credentials is { } named
            ? (endpoint, (await ResolveAsync(named, cancellationToken)).Checked("'credentials' of the target"))
            : (endpoint, Usual(endpoint, read).Checked("the environment and ovh.conf"));
    }

    private async Task<OvhKeys> ResolveAsync(OvhCredentials named, CancellationToken cancellationToken) => new(
        await ReadAsync(named.ApplicationKey, cancellationToken), await ReadAsync(named.ApplicationSecret, cancellationToken),
        await ReadAsync(named.ConsumerKey, cancellationToken), await ReadAsync(named.ClientId, cancellationToken), await ReadAsync(named.ClientSecret, cancellationToken));

    private async Task<string?> ReadAsync(SecretReference? reference, CancellationToken cancellationToken) =>
        reference is null ? null : await secrets.ReadAsync(reference, cancellationToken);

    /// <summary>Values of the environment and of one section are never mixed: a key of one account does not go with a secret of another.</summary>
    private OvhKeys Usual(OvhEndpoint endpoint, IEnumerable<OvhConfigurationFile> read) =>
        read.Select(file => Of(name => file.Find(endpoint.Name, name))).Prepend(Of(Variable)).FirstOrDefault(keys => keys is not null) ?? new OvhKeys(null, null, null, null, null);

    private string? Variable(string name) => variable($"OVH_{name.ToUpperInvariant()}") is { Length: > 0 } value ? value : null;

    private static OvhKeys? Of(Func<string, string?> find)
    {
        var values = Names.Select(find).ToList();
        return values.TrueForAll(value => value is null) ? null : new OvhKeys(values[0], values[1], values[2], values[3], values[4]);
    }

    private static OvhConfigurationFile Read(string path)
    {
        try
        {
            return OvhConfigurationFile.Parse(File.ReadAllText(path));
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
        {
            throw new InvalidRequestException($"The file '{path}' cannot be read: {unreadable.Message} It must be readable by the user who releases. Correct its rights.", unreadable);
        }
    }
}
