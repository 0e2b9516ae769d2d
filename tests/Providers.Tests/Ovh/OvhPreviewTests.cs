using System.Text.Json.Nodes;
using BlueGreenServerless.Failures;
using BlueGreenServerless.Providers.Ovh.Balancing;
using BlueGreenServerless.Providers.Ovh.Cloud;
using BlueGreenServerless.Traffic;

namespace BlueGreenServerless.Providers.Tests.Ovh;

public sealed class OvhPreviewTests : IAsyncLifetime
{
    private BalancedFarms? farms;

    private BalancedFarms Farms => farms!;

    [Fact]
    public async Task A_route_is_pointed_at_the_idle_farm_whole_and_its_rules_become_headers()
    {
        var route = Farms.AddRoute(Farms.Blue, ("header", "X-Preview", "is", "green"), ("cookie", "seen", "exists", null), ("cookie", "who", "is", "tester"), ("host", "", "is", "test.example.com"));
        await Farms.Service.PublishAsync();
        var router = Farms.Router(Farms.Options with { Frontends = [Farms.Frontend with { PreviewRoute = route }], PreviewAddress = "http://192.0.2.1" });
        await router.AttachAsync(Color.Green, default);

        var live = Farms.Service.Live($"http/route/{route}")!;
        Assert.Equal(($"{Farms.Green}", "farm", 7, "preview"), ((string?)live["action"]!["target"], (string?)live["action"]!["type"], (int)live["weight"]!, (string?)live["displayName"]));
        Assert.Equal(Farms.Blue, Farms.Live);
        var preview = router.Preview(Color.Green)!;
        Assert.Equal(("http://192.0.2.1/", "green", "test.example.com"), (preview.Base.AbsoluteUri, preview.Headers["x-preview"], preview.Headers["Host"]));
        Assert.Equal("seen=1; who=tester", preview.Headers["Cookie"]);
    }

    [Theory]
    [InlineData("uri", "startswith")]
    [InlineData("header", "matches")]
    [InlineData("source", "in")]
    public async Task A_rule_that_no_header_expresses_is_refused_and_so_is_a_route_for_everybody(string field, string match)
    {
        var route = Farms.AddRoute(Farms.Blue, (field, "x", match, "/x"));
        var all = Farms.AddRoute(Farms.Blue);
        await Farms.Service.PublishAsync();

        Assert.Contains($"'{field} {match}'", Refusal(route), StringComparison.Ordinal);
        Assert.Contains("all users would be led", Refusal(all), StringComparison.Ordinal);
    }

    [Fact]
    public async Task After_a_swap_each_colour_is_where_it_was_put()
    {
        var options = Farms.Swapping;
        var router = Farms.Router(options);
        await router.AttachAsync(Color.Green, default);
        Assert.Equal((options.Address, options.PreviewAddress), (At(Color.Blue), At(Color.Green)));

        await router.ShiftAsync(TrafficSplit.All(Color.Green), default);
        Assert.Equal((options.PreviewAddress, options.Address), (At(Color.Blue), At(Color.Green)));

        string At(Color color) => router.Preview(color)!.Base.GetLeftPart(UriPartial.Authority);
    }

    [Fact]
    public void Rules_of_Octavia_become_headers_too()
    {
        JsonObject Rule(string type, string? key, string value, string compare = "equalTo") => new() { ["ruleType"] = type, ["key"] = key, ["value"] = value, ["compareType"] = compare };

        var headers = PolicyHeaders.Of("p", [Rule("hostName", null, "test.example.com"), Rule("header", "X-Preview", "green"), Rule("cookie", "who", "tester")]);

        Assert.Equal(("test.example.com", "green", "who=tester"), (headers["Host"], headers["X-Preview"], headers["Cookie"]));
        Assert.Throws<NotSupportedByTargetException>(() => PolicyHeaders.Of("p", [Rule("header", "X-Preview", "gr.*", "regex")]));
        Assert.Throws<NotSupportedByTargetException>(() => PolicyHeaders.Of("p", []));
    }

    public async ValueTask InitializeAsync() => farms = await BalancedFarms.StartAsync();

    public ValueTask DisposeAsync() => Farms.DisposeAsync();

    private string Refusal(long route) => Assert.Throws<NotSupportedByTargetException>(
        () => Farms.Router(Farms.Options with { Frontends = [Farms.Frontend with { PreviewRoute = route }], PreviewAddress = "http://192.0.2.1" }).Preview(Color.Green)).Message;
}
