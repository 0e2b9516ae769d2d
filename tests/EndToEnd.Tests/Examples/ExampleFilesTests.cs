using BlueGreenServerless.Configuration;
using BlueGreenServerless.Providers.Registry;
using BlueGreenServerless.Testing.Sites;

namespace BlueGreenServerless.EndToEnd.Tests.Examples;

public sealed class ExampleFilesTests
{
    [Theory]
    [InlineData("perl-shop")]
    [InlineData("c-service")]
    public void The_examples_file_has_no_fault(string example)
    {
        var result = new ConfigurationReader(ProviderRegistry.Discover().All).Read(Repository.Path("examples", example, "bluegreen.yaml"));

        Assert.Empty(result.Faults);
    }
}
