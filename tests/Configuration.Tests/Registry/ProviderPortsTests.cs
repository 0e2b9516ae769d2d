using BlueGreenServerless.Ports;
using BlueGreenServerless.Configuration.Tests.Samples;
using BlueGreenServerless.Documents;
using BlueGreenServerless.Failures;
using BlueGreenServerless.Plans;
using BlueGreenServerless.Providers.Registry;
using BlueGreenServerless.Serialization;
using BlueGreenServerless.Traffic;

namespace BlueGreenServerless.Configuration.Tests.Registry;

public sealed class ProviderPortsTests
{
    private readonly ProviderPorts _ports = new(SampleFile.Registry, TimeProvider.System, new PassingNotes());

    [Fact]
    public async Task Hosts_are_made_with_the_options_of_their_binding() =>
        Assert.Equal(2, await _ports.Hosts(Shell("a", "b")).CountAsync(Color.Blue, TestContext.Current.CancellationToken));

    [Fact]
    public void Hosts_of_an_equal_binding_are_the_same_object_also_after_a_journey_through_the_document()
    {
        var travelled = ReleaseJson.FromElement<PortBinding>(System.Text.Json.JsonDocument.Parse(
            System.Text.Json.JsonSerializer.Serialize(Shell("a"), ReleaseJson.Indented)).RootElement);

        Assert.Same(_ports.Hosts(Shell("a")), _ports.Hosts(travelled));
        Assert.NotSame(_ports.Hosts(Shell("a")), _ports.Hosts(Shell("b")));
    }

    [Fact]
    public void Hosts_asked_for_by_many_at_once_are_made_once()
    {
        var all = new System.Collections.Concurrent.ConcurrentBag<object>();
        Parallel.For(0, 64, _ => all.Add(_ports.Hosts(Shell("a"))));

        Assert.Single(all.Distinct());
    }

    [Fact]
    public void A_router_reaches_its_balancer_through_the_same_hosts_that_others_use()
    {
        var router = Assert.IsType<SampleRouter>(_ports.Router(Target() with { Router = Edge(new EdgeOptions { Socket = "/s", Via = Shell("edge") }) }));

        Assert.Same(_ports.Hosts(Shell("edge")), router.Via);
    }

    [Fact]
    public void A_target_without_a_fleet_has_none_and_one_with_a_fleet_has_it()
    {
        Assert.Null(_ports.Fleet(Target()));
        Assert.IsType<SampleFleet>(_ports.Fleet(Target() with { Fleet = new PortBinding("pool", ReleaseJson.ToElement(new PoolOptions())) }));
    }

    [Fact]
    public void Metrics_come_from_the_binding_for_metrics() => Assert.IsType<SampleMetrics>(_ports.Metrics(Target()));

    [Fact]
    public void Options_that_are_no_options_of_the_provider_are_refused()
    {
        var refused = Assert.Throws<InvalidRequestException>(() => _ports.Router(Target() with { Router = new PortBinding("edge", ReleaseJson.ToElement(new { })) }));

        Assert.Contains("The options of the router provider 'edge' cannot be used", refused.Message, StringComparison.Ordinal);
        Assert.Contains("socket", refused.Message, StringComparison.Ordinal);
    }

    private static PortBinding Shell(params string[] blue) => new("shell", ReleaseJson.ToElement(new ShellOptions(blue, [])));

    private static PortBinding Edge(EdgeOptions options) => new("edge", ReleaseJson.ToElement(options));

    private static TargetState Target() => new()
    {
        Name = "here",
        Router = Edge(new EdgeOptions { Socket = "/s" }),
        Hosts = Shell("a"),
        Metrics = Edge(new EdgeOptions { Socket = "/s" }),
    };
}
