using System.Text.Json;
using BlueGreenServerless.Testing.Cli;
using BlueGreenServerless.Testing.Hosts;

namespace BlueGreenServerless.EndToEnd.Tests.Cli;

public sealed class InitTests : IDisposable
{
    private readonly TemporaryDirectory _directory = new();

    public void Dispose() => _directory.Dispose();

    [Fact]
    public async Task What_init_writes_is_valid()
    {
        var init = await Bluegreen.RunAsync(_directory.Path, "init", "--app", "perl-shop");
        var validate = await Bluegreen.RunAsync(_directory.Path, "validate", "--json");

        using var json = JsonDocument.Parse(validate.Output);
        Assert.Equal(0, init.Code);
        Assert.Equal("", validate.Errors);
        Assert.True(json.RootElement.GetProperty("valid").GetBoolean(), validate.Output);
        Assert.Equal("perl-shop", json.RootElement.GetProperty("configuration").GetProperty("app").GetString());
        Assert.Equal(0, validate.Code);
    }

    [Fact]
    public async Task A_file_that_is_there_is_not_overwritten()
    {
        await File.WriteAllTextAsync(_directory.Below("bluegreen.yaml"), "mine");

        var end = await Bluegreen.RunAsync(_directory.Path, "init");

        Assert.Equal(1, end.Code);
        Assert.Contains("exists already", end.Errors, StringComparison.Ordinal);
        Assert.Equal("mine", await File.ReadAllTextAsync(_directory.Below("bluegreen.yaml")));
    }

    [Fact]
    public async Task Validate_reports_every_fault_with_line_and_column()
    {
        await File.WriteAllTextAsync(_directory.Below("bluegreen.yaml"), "app: Shop!\nstrategy: { kind: sideways }\nhelth: {}\n");

        var text = await Bluegreen.RunAsync(_directory.Path, "validate");
        var json = await Bluegreen.RunAsync(_directory.Path, "validate", "--json");

        using var document = JsonDocument.Parse(json.Output);
        Assert.Equal((1, 1), (text.Code, json.Code));
        Assert.Contains("bluegreen.yaml:2:19:", text.Errors, StringComparison.Ordinal);
        Assert.Contains("bluegreen.yaml:3:1:", text.Errors, StringComparison.Ordinal);
        Assert.True(document.RootElement.GetProperty("faults").GetArrayLength() >= 4, json.Output);
    }

    [Fact]
    public async Task Schema_and_providers_are_json()
    {
        var schema = await Bluegreen.RunAsync(_directory.Path, "schema");
        var providers = await Bluegreen.RunAsync(_directory.Path, "providers", "--json");

        using var document = JsonDocument.Parse(schema.Output);
        using var list = JsonDocument.Parse(providers.Output);
        Assert.True(document.RootElement.TryGetProperty("properties", out _), schema.Output);
        Assert.True(list.RootElement.GetProperty("providers").GetArrayLength() > 0);
    }
}
