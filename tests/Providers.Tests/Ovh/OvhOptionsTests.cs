using System.Text.Json;
using BlueGreenServerless.Failures;
using BlueGreenServerless.Ports;
using BlueGreenServerless.Providers.Ovh;
using BlueGreenServerless.Providers.Registry;

namespace BlueGreenServerless.Providers.Tests.Ovh;

public sealed class OvhOptionsTests
{
    private const string Pool = "00000000-0000-4000-8000-00000000000";

    private static readonly PortContext Context = new(TimeProvider.System, _ => throw new InvalidOperationException("no hosts"), new PassingNotes());

    [Fact]
    public void Both_providers_are_found_by_themselves() =>
        Assert.Superset(new HashSet<string>(["ovh", "ovh-cloud"]), ProviderRegistry.Discover().All.Select(provider => provider.Name).ToHashSet(StringComparer.Ordinal));

    [Fact]
    public void Ports_are_made_without_credentials_or_network()
    {
        var balancing = Json("""{"service":"ip-192.0.2.1","frontends":[{"protocol":"tcp","frontend":1,"blue":2,"green":3,"canary":4}],"pending":"restore","credentials":{"clientId":"ssm:/bluegreen/ovh/id","clientSecret":"env:X"}}""");
        var cloud = Json($$"""{"project":"p","region":"GRA11","loadBalancer":"{{Pool}}0","listeners":[{"listener":"{{Pool}}1","blue":"{{Pool}}2","green":"{{Pool}}3"}]}""");

        Assert.True(new OvhProvider().Router!.From(balancing, Context).Abilities.Weights);
        Assert.NotNull(new OvhProvider().Metrics!.From(balancing, Context));
        Assert.False(new OvhCloudProvider().Router!.From(cloud, Context).Abilities.Weights);
        Assert.NotNull(new OvhCloudProvider().Metrics!.From(cloud, Context));
        Assert.NotNull(new OvhCloudProvider().Fleet!.From(Json("""{"project":"p","blue":"shop-blue-","green":"shop-green-"}"""), Context));
    }

    [Fact]
    public void All_faults_of_the_front_ends_are_told_at_once()
    {
        var options = Json("""{"service":"s","frontends":[{"frontend":1,"blue":2,"green":2,"preview":1},{"protocol":"tcp","frontend":5,"blue":6,"green":7,"previewRoute":8}],"swap":true,"previewAddress":"http://x"}""");

        var refused = Assert.Throws<InvalidRequestException>(() => new OvhProvider().Router!.From(options, Context));

        Assert.All((string[])["'http/frontend/1' is named twice", "names a farm twice", "'swap' is set without 'address'", "which tcp does not have"], part => Assert.Contains(part, refused.Message, StringComparison.Ordinal));
    }

    [Fact]
    public void All_faults_of_the_listeners_are_told_at_once()
    {
        var options = Json($$"""{"project":"p","region":"r","loadBalancer":"{{Pool}}0","listeners":[{"listener":"{{Pool}}1","blue":"{{Pool}}2","green":"{{Pool}}2"},{"listener":"{{Pool}}1","blue":"{{Pool}}2","green":"{{Pool}}3"}],"previewAddress":"http://x"}""");

        var refused = Assert.Throws<InvalidRequestException>(() => new OvhCloudProvider().Router!.From(options, Context));

        Assert.All((string[])["is named twice", "names a pool twice", "no listener has 'preview'"], part => Assert.Contains(part, refused.Message, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("shop-", "shop-green-")]
    [InlineData("shop", "shop")]
    public void Names_of_one_colour_may_not_begin_those_of_the_other(string blue, string green) =>
        Assert.Throws<InvalidRequestException>(() => new OvhCloudProvider().Fleet!.From(Json($$"""{"project":"p","blue":"{{blue}}","green":"{{green}}"}"""), Context));

    [Fact]
    public async Task There_are_no_numbers_and_no_alarms()
    {
        var metrics = new OvhProvider().Metrics!.From(Json("""{"service":"s","frontends":[{"frontend":1,"blue":2,"green":3}]}"""), Context);

        var reading = await metrics.ReadAsync(null, default);
        Assert.Equal((0, 0), (reading.Blue.Requests, (await metrics.ReadAsync(reading.Cursor, default)).Green.Requests));
        Assert.Empty(await metrics.AlarmsAsync([], default));
        Assert.Contains("'high'", (await Assert.ThrowsAsync<NotSupportedByTargetException>(() => metrics.AlarmsAsync(["high"], default))).Message, StringComparison.Ordinal);
    }

    private static JsonElement Json(string text) => JsonDocument.Parse(text).RootElement;
}
