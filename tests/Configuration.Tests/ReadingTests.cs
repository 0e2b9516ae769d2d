using BlueGreenServerless.Configuration.Tests.Samples;
using BlueGreenServerless.Failures;
using BlueGreenServerless.Plans;
using BlueGreenServerless.Serialization;
using BlueGreenServerless.Traffic;

namespace BlueGreenServerless.Configuration.Tests;

public sealed class ReadingTests
{
    private static readonly ReleaseConfiguration Full = SampleFile.Parse(SampleFile.Full).OrThrow();

    [Fact]
    public void Every_key_of_a_full_file_arrives_in_its_record()
    {
        Assert.Equal((StrategyKind.Canary, RetirePolicy.Keep, WhenBusy.Refuse), (Full.Strategy.Kind, Full.Strategy.Retire, Full.WhenBusy));
        Assert.Equal([5, 25, 50, 100], Full.Strategy.Steps);
        Assert.Equal(new Percentage(0.005), Full.Observe.MaxErrorIncrease);
        Assert.Equal(TimeSpan.FromMilliseconds(500), Full.Observe.MaxP99);
        Assert.Equal(TimeSpan.FromMinutes(90), Full.Observe.NoDataDeadline);
        Assert.Equal(2.5, Full.Observe.MaxSlowdown);
        Assert.Equal(NoDataPolicy.Proceed, Full.Observe.NoData);
        Assert.Equal("v{{version}} of {{release}}", Full.Smoke[0].Contains);
        Assert.Equal("smoke", Full.Smoke[0].Headers["X-Check"]);
        Assert.Equal("set -e\nbin/prepare \"$PWD\"\n", Full.Install.Hooks.Install[1]);
        Assert.Equal("bin/migrate contract", Full.Install.Migrations.Contract);
        Assert.Equal((true, TimeSpan.FromHours(12)), (Full.Approval.Required, Full.Approval.Timeout));
        Assert.Equal(["here", "there"], Full.Targets.Select(target => target.Name));
    }

    [Fact]
    public void Every_option_of_a_provider_arrives_in_its_record()
    {
        var options = ReleaseJson.FromElement<EdgeOptions>(Full.Targets[0].Router.Options);

        Assert.Equal(["127.0.0.1", "127.0.0.2"], options.Servers.Select(server => server.Address));
        Assert.Equal([8080, 80], options.Servers.Select(server => server.Port));
        Assert.Equal("env:EDGE_PASSWORD", options.Password?.ToString());
        Assert.Equal(new Uri("https://edge.example/api"), options.Api);
        Assert.Equal(new Percentage(0.125), options.Logged);
        Assert.True(options.Sticky);
        Assert.Equal("c", options.Labels["a b"]);
    }

    [Fact]
    public void A_provider_can_be_nested_in_the_options_of_another()
    {
        var via = ReleaseJson.FromElement<EdgeOptions>(Full.Targets[0].Router.Options).Via;

        Assert.Equal("shell", via?.Provider);
        Assert.Equal(1, ReleaseJson.FromElement<ShellOptions>(via!.Options).Parallel);
    }

    [Fact]
    public void A_configuration_survives_the_release_document() =>
        Assert.Equal(Json(Full), Json(ReleaseJson.FromElement<ReleaseConfiguration>(ReleaseJson.ToElement(Full))));

    [Theory]
    [InlineData("\uFEFF")]
    [InlineData("# a comment\n\n")]
    [InlineData("---\n")]
    public void Harmless_beginnings_of_a_file_change_nothing(string before) => Assert.Empty(SampleFile.Parse(before + SampleFile.Minimal).Faults);

    [Fact]
    public void Line_ends_of_another_system_change_nothing() =>
        Assert.Equal(Json(Full), Json(SampleFile.Parse(SampleFile.Full.ReplaceLineEndings("\r\n")).OrThrow()));

    [Fact]
    public void Every_fault_is_reported_at_once_in_the_order_of_the_file()
    {
        var result = SampleFile.Parse("helth: {}\napp: Shop\nstrategy: { pause: soon, kind: canari }\ninstall: {}\ntargets: []\n");

        Assert.Equal(
            ["1:1", "2:6", "3:20", "3:32", "4:10", "5:10"],
            result.Faults.Select(fault => $"{fault.Line}:{fault.Column}"));
        var thrown = Assert.Throws<InvalidRequestException>(result.OrThrow);
        Assert.Equal(result.Faults.Select(fault => fault.ToString()), thrown.Message.Split(Environment.NewLine));
        Assert.StartsWith("bluegreen.yaml:1:1: unknown key 'helth' — allowed: app, ", thrown.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_with_very_many_faults_reports_the_first_hundred_and_counts_the_rest()
    {
        var faults = SampleFile.Parse(string.Concat(Enumerable.Range(0, 5000).Select(i => $"k{i}: 1\n"))).Faults;

        Assert.Equal(ConfigurationResult.MaxFaults + 1, faults.Count);
        Assert.Contains(faults, fault => fault.Message == "and 4903 more faults; correct these first");
    }

    private static string Json<T>(T value) => ReleaseJson.ToElement(value).GetRawText();
}
