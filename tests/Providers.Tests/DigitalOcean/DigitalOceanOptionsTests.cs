using System.Text.Json;
using BlueGreenServerless.Failures;
using BlueGreenServerless.Ports;
using BlueGreenServerless.Providers.DigitalOcean;
using BlueGreenServerless.Providers.Registry;

namespace BlueGreenServerless.Providers.Tests.DigitalOcean;

public sealed class DigitalOceanOptionsTests
{
    private const string Tags = """ "blue": "env:blue", "green": "env:green" """;

    [Fact]
    public void Both_providers_are_found_by_themselves() => Assert.Superset(
        new HashSet<string>(["digitalocean", "digitalocean-droplets"]), ProviderRegistry.Discover().All.Select(provider => provider.Name).ToHashSet(StringComparer.Ordinal));

    [Fact]
    public async Task Ports_are_made_without_a_token_or_network()
    {
        var provider = new DigitalOceanProvider();

        Assert.False(provider.Router!.From(Json($$"""{ "loadBalancer": "web", {{Tags}} }"""), DigitalOceanWorld.Context()).Abilities.Weights);
        Assert.NotNull(provider.Hosts!.From(Json($$"""{ {{Tags}}, "through": { "provider": "ssh", "options": {} } }"""), DigitalOceanWorld.Context()));
        Assert.NotNull(provider.Fleet!.From(Json($$"""{ {{Tags}} }"""), DigitalOceanWorld.Context()));
        var metrics = provider.Metrics!.From(Json($$"""{ "loadBalancer": "web", {{Tags}} }"""), DigitalOceanWorld.Context());
        Assert.Equal(0, (await metrics.ReadAsync(null, default)).Blue.Requests);
        Assert.Empty(await metrics.AlarmsAsync([], default));
        await Assert.ThrowsAsync<NotSupportedByTargetException>(() => metrics.AlarmsAsync(["cpu"], default));
    }

    [Theory]
    [InlineData("""{ "loadBalancer": "web", "blue": "a.b", "green": "c" }""", "'blue' is 'a.b'")]
    [InlineData("""{ "loadBalancer": "web", "blue": "env", "green": "ENV" }""", "must differ")]
    [InlineData("""{ "loadBalancer": "web", "blue": "a", "green": "b", "api": "http://api.digitalocean.com" }""", "'api' is 'http://api.digitalocean.com'")]
    [InlineData("""{ "loadBalancer": "web", "blue": "a", "green": "a", "api": "ftp://x" }""", "must differ. 'api'")]
    public void Options_that_cannot_work_are_refused(string options, string expected)
    {
        var refused = Assert.Throws<InvalidRequestException>(() => new DigitalOceanProvider().Router!.From(Json(options), DigitalOceanWorld.Context()));

        Assert.Contains(expected, refused.Message, StringComparison.Ordinal);
    }

    private static JsonElement Json(string text) => JsonDocument.Parse(text).RootElement;
}
