using BlueGreenServerless.Configuration.Tests.Samples;
using BlueGreenServerless.Failures;
using BlueGreenServerless.Ports;
using BlueGreenServerless.Providers.Registry;

namespace BlueGreenServerless.Configuration.Tests.Registry;

public sealed class ProviderRegistryTests
{
    [Fact]
    public void Discover_finds_every_public_provider_of_the_assembly_by_itself()
    {
        var types = typeof(ProviderRegistry).Assembly.GetTypes().Where(type => type is { IsClass: true, IsAbstract: false } && type.IsAssignableTo(typeof(IProvider)));

        Assert.Equal(
            types.Select(type => type.Name).Order(StringComparer.Ordinal),
            ProviderRegistry.Discover().All.Select(provider => provider.GetType().Name).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void All_is_in_the_order_of_names() => Assert.Equal(["edge", "pool", "shell"], SampleFile.Registry.All.Select(provider => provider.Name));

    [Fact]
    public void Router_of_a_misspelt_provider_is_refused_with_the_names_that_serve_it_and_a_suggestion()
    {
        var refused = Assert.Throws<InvalidRequestException>(() => SampleFile.Registry.Router("egde"));

        Assert.Equal("no provider 'egde' serves 'router' — allowed: edge, pool; did you mean 'edge'?", refused.Message);
    }

    [Fact]
    public void Hosts_of_a_provider_that_only_routes_are_refused()
    {
        var refused = Assert.Throws<InvalidRequestException>(() => SampleFile.Registry.Hosts("edge"));

        Assert.Equal("no provider 'edge' serves 'hosts' — allowed: shell; choose one of these", refused.Message);
    }

    [Fact]
    public void Fleet_without_any_provider_that_has_one_is_refused_in_words()
    {
        var refused = Assert.Throws<InvalidRequestException>(() => new ProviderRegistry([new ShellProvider()]).Fleet("shell"));

        Assert.Contains("allowed: none, no provider serves it", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Two_providers_of_one_name_are_refused()
    {
        var refused = Assert.Throws<ArgumentException>(() => new ProviderRegistry([new EdgeProvider(), new EdgeProvider()]));

        Assert.Contains("'edge' is taken twice", refused.Message, StringComparison.Ordinal);
    }
}
