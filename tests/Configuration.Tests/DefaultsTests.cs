using BlueGreenServerless.Configuration.Tests.Samples;
using BlueGreenServerless.Plans;
using BlueGreenServerless.Serialization;

namespace BlueGreenServerless.Configuration.Tests;

public sealed class DefaultsTests
{
    [Fact]
    public void A_minimal_file_is_valid_and_gets_the_defaults_of_the_records()
    {
        var configuration = SampleFile.Parse(SampleFile.Minimal).OrThrow();

        Assert.Equal("shop", configuration.App);
        Assert.Equal(Json(new StrategyPlan()), Json(configuration.Strategy));
        Assert.Equal(Json(new HealthPlan()), Json(configuration.Health));
        Assert.Equal(Json(new ObservePlan()), Json(configuration.Observe));
        Assert.Equal(Json(new InstallPlan { Directory = "/srv/shop" }), Json(configuration.Install));
        Assert.Equal(Json(new ApprovalPlan()), Json(configuration.Approval));
        Assert.Equal(Json(new DeadlinesPlan()), Json(configuration.Deadlines));
        Assert.Equal(WhenBusy.QueueNewest, configuration.WhenBusy);
        Assert.Empty(configuration.Smoke);
    }

    [Fact]
    public void A_minimal_target_has_no_fleet_and_leaves_measuring_to_its_router()
    {
        var target = Assert.Single(SampleFile.Parse(SampleFile.Minimal).OrThrow().Targets);

        Assert.Null(target.Fleet);
        Assert.Null(target.Metrics);
        Assert.Equal("edge", target.Router.Provider);
        Assert.Equal("/run/edge.sock", target.Router.Options.GetProperty("socket").GetString());
    }

    [Fact]
    public void Options_of_a_provider_are_stored_with_their_defaults_in_the_form_that_the_provider_reads()
    {
        var options = SampleFile.Parse(SampleFile.Minimal).OrThrow().Targets[0].Router.Options;

        var read = ReleaseJson.FromElement<EdgeOptions>(options);
        Assert.Equal(EdgeMode.ByWeight, read.Mode);
        Assert.Equal(TimeSpan.FromMilliseconds(500), Assert.Single(read.Servers).Check);
        Assert.Equal(Json(read), options.GetRawText());
    }

    private static string Json<T>(T value) => ReleaseJson.ToElement(value).GetRawText();
}
