using System.Net;
using System.Text;
using BlueGreenServerless.Clouds.Ovh;
using BlueGreenServerless.Failures;
using BlueGreenServerless.Providers.Ovh.Clients;
using BlueGreenServerless.Providers.Ovh.Credentials;
using BlueGreenServerless.Providers.Secrets;
using BlueGreenServerless.Testing.Secrets;

namespace BlueGreenServerless.Providers.Tests.Ovh;

public sealed class OvhServiceAccountTests
{
    private static readonly string Secret = MarkedSecret.Of(SecretNames.OvhClient);

    private static readonly OvhRequest List = OvhRequest.Get("reading the farms", "/ipLoadbalancing/shop/http/farm");

    [Fact]
    public async Task One_token_serves_until_its_end_and_one_that_is_taken_away_is_renewed_once()
    {
        await using var world = await WorldAsync(new OvhDoubleOptions());
        var time = new SkewedTime();
        var client = world.ServiceAccount(time);
        await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => client.CallAsync(List, default)));
        Assert.Equal(1, world.Cloud.Tokens.Given);

        world.Cloud.Tokens.Revoke();
        await client.CallAsync(List, default);
        Assert.Equal(2, world.Cloud.Tokens.Given);

        time.By = TimeSpan.FromMinutes(59.5);
        await client.CallAsync(List, default);
        Assert.Equal(3, world.Cloud.Tokens.Given);
    }

    [Fact]
    public async Task The_secret_goes_into_the_form_where_the_header_is_not_known()
    {
        await using var world = await WorldAsync(new OvhDoubleOptions { SecretInFormOnly = true });

        await world.ServiceAccount().CallAsync(List, default);

        Assert.Equal(1, world.Cloud.Tokens.Given);
    }

    [Fact]
    public async Task A_wrong_secret_is_refused_though_OVH_says_so_with_status_200()
    {
        await using var world = await WorldAsync(new OvhDoubleOptions());

        var refused = await Assert.ThrowsAsync<ProviderRefusedException>(() => world.ServiceAccount(null, "OVH_CLIENT_SECRET", "a wrong secret").CallAsync(List, default));

        Assert.Contains("'invalid_client' while asking for a token: Client authentication failed", refused.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("a wrong secret", refused.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"access_token":"(token)","expires_in":36""")]
    [InlineData("access_token=(token)&token_type=bearer")]
    [InlineData("""{"token":"(token)"}""")]
    public async Task An_answer_that_may_hold_a_token_is_not_shown(string answer)
    {
        var token = MarkedSecret.Of(SecretNames.OvhBearer);
        using var ovh = new ListeningHandler(_ => answer.Replace("(token)", token, StringComparison.Ordinal));

        var failed = await Assert.ThrowsAsync<ProviderUnavailableException>(() => Client(ovh).CallAsync(List, default));

        Assert.Contains("without a token", failed.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(token, failed.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(HttpStatusCode.ServiceUnavailable)]
    [InlineData(HttpStatusCode.BadRequest)]
    [InlineData(HttpStatusCode.OK)]
    public async Task A_gateway_that_repeats_what_it_was_sent_does_not_make_us_tell_it(HttpStatusCode status)
    {
        using var ovh = new ListeningHandler(request => $"<p>{request.Content?.ReadAsStringAsync().Result}, {request.Headers.Authorization?.Parameter}, {Secret}</p>") { Status = status };

        var failed = await Assert.ThrowsAnyAsync<ReleaseException>(() => Client(ovh).CallAsync(List, default));

        Assert.DoesNotContain(Secret, failed.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain(Convert.ToBase64String(Encoding.UTF8.GetBytes($"account:{Secret}")), failed.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("\"3600\"", 1)]
    [InlineData("3600", 1)]
    [InlineData("null", 2)]
    [InlineData("1e300", 1)]
    public async Task How_long_a_token_lives_is_read_however_it_is_written(string life, int asked)
    {
        using var ovh = new ListeningHandler(request => request.RequestUri!.AbsolutePath == "/auth/oauth2/token" ? $$"""{"access_token":"{{MarkedSecret.Of(SecretNames.OvhBearer)}}","expires_in":{{life}}}""" : "[]");
        var client = Client(ovh);

        await client.CallAsync(List, default);
        await client.CallAsync(List, default);

        Assert.Equal(asked, ovh.Received.Count(each => each.Request.RequestUri!.AbsolutePath == "/auth/oauth2/token"));
    }

    private static OvhClient Client(ListeningHandler ovh) => new(
        new OvhPlace("ovh-eu", null), new CredentialFinder(new SecretReader([]), new Dictionary<string, string>(StringComparer.Ordinal).With("OVH_CLIENT_ID", "account", "OVH_CLIENT_SECRET", Secret).GetValueOrDefault, []),
        ovh, new HurriedTime());

    private static async Task<OvhWorld> WorldAsync(OvhDoubleOptions options)
    {
        var world = await OvhWorld.StartAsync(options);
        world.Cloud.AddService("shop");
        return world;
    }
}
