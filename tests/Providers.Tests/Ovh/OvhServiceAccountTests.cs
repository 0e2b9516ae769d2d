using BlueGreenServerless.Clouds.Ovh;
using BlueGreenServerless.Failures;
using BlueGreenServerless.Providers.Ovh.Clients;

namespace BlueGreenServerless.Providers.Tests.Ovh;

public sealed class OvhServiceAccountTests
{
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

    private static async Task<OvhWorld> WorldAsync(OvhDoubleOptions options)
    {
        var world = await OvhWorld.StartAsync(options);
        world.Cloud.AddService("shop");
        return world;
    }
}
