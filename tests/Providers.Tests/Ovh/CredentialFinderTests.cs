using BlueGreenServerless.Failures;
using BlueGreenServerless.Ports;
using BlueGreenServerless.Providers.Ovh.Clients;
using BlueGreenServerless.Providers.Ovh.Credentials;
using BlueGreenServerless.Providers.Secrets;
using BlueGreenServerless.Testing.Hosts;
using BlueGreenServerless.Testing.Secrets;

namespace BlueGreenServerless.Providers.Tests.Ovh;

public sealed class CredentialFinderTests : IDisposable
{
    private static readonly string Secret = MarkedSecret.Of(SecretNames.OvhApplication);
    private static readonly string Consumer = MarkedSecret.Of(SecretNames.OvhConsumer);

    private readonly TemporaryDirectory folder = new();
    private readonly Dictionary<string, string> environment = new(StringComparer.Ordinal);

    [Fact]
    public async Task The_file_of_OVHs_own_tools_is_read_by_the_section_of_its_endpoint()
    {
        Write("near", $"; a comment\n[default]\nendpoint=ovh-ca\n[ovh-eu]\napplication_key=eu\n[ovh-ca]\napplication_key = ca-key\napplication_secret={Secret}\nconsumer_key=\"{Consumer}\"\n");
        Write("far", "[ovh-ca]\nclient_id=other\nclient_secret=other\n");

        var (endpoint, keys) = await FindAsync();

        Assert.Equal(("ovh-ca", "ca-key", Secret, Consumer), (endpoint.Name, keys.ApplicationKey, keys.ApplicationSecret, keys.ConsumerKey));
    }

    [Fact]
    public async Task The_environment_wins_over_the_files_and_is_never_mixed_with_them()
    {
        Write("near", $"[ovh-us]\napplication_secret={Secret}\nconsumer_key={Consumer}\n");
        environment.With("OVH_ENDPOINT", "ovh-us", "OVH_APPLICATION_KEY", "environment-key");

        var refused = await Assert.ThrowsAsync<InvalidRequestException>(() => FindAsync());

        Assert.Contains("lack 'applicationSecret', 'consumerKey'", refused.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(Secret, refused.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(Consumer, refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_the_users_file_names_is_read_where_it_lies()
    {
        File.WriteAllText(folder.Below("id"), "account\n");
        File.WriteAllText(folder.Below("ovh-client-secret"), MarkedSecret.Of(SecretNames.OvhClient) + "\n");
        var named = new OvhCredentials { ClientId = SecretReference.TryParse($"file:{folder.Below("id")}"), ClientSecret = SecretReference.TryParse($"file:{folder.Below("ovh-client-secret")}") };

        var (endpoint, keys) = await FindAsync(named);

        Assert.Equal(("ovh-eu", "account", MarkedSecret.Of(SecretNames.OvhClient), true), (endpoint.Name, keys.ClientId, keys.ClientSecret, keys.IsServiceAccount));
        Assert.DoesNotContain(MarkedSecret.Of(SecretNames.OvhClient), keys.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task None_or_both_kinds_are_refused_with_what_is_allowed()
    {
        Assert.Contains("There are no credentials for OVH", (await Assert.ThrowsAsync<InvalidRequestException>(() => FindAsync())).Message, StringComparison.Ordinal);

        environment.With("OVH_CLIENT_ID", "a", "OVH_CLIENT_SECRET", "b", "OVH_APPLICATION_KEY", "c", "OVH_APPLICATION_SECRET", "d", "OVH_CONSUMER_KEY", "e");
        Assert.Contains("of both kinds", (await Assert.ThrowsAsync<InvalidRequestException>(() => FindAsync())).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_unknown_endpoint_is_refused()
    {
        environment.With("OVH_ENDPOINT", "http://example.com/1.0");

        Assert.Contains("'http://example.com/1.0' is not known", (await Assert.ThrowsAsync<InvalidRequestException>(() => FindAsync())).Message, StringComparison.Ordinal);
    }

    public void Dispose() => folder.Dispose();

    private void Write(string place, string text)
    {
        Directory.CreateDirectory(folder.Below(place));
        File.WriteAllText(folder.Below(place, "ovh.conf"), text);
    }

    private Task<(OvhEndpoint Endpoint, OvhKeys Keys)> FindAsync(OvhCredentials? named = null) =>
        new CredentialFinder(new SecretReader([new FileSecrets()]), environment.GetValueOrDefault, [folder.Below("near", "ovh.conf"), folder.Below("far", "ovh.conf")])
            .FindAsync(new OvhPlace(null, named), default);
}
