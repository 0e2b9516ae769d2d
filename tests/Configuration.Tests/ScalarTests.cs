using System.Text.RegularExpressions;
using BlueGreenServerless.Configuration.Scalars;
using BlueGreenServerless.Plans;
using BlueGreenServerless.Ports;

namespace BlueGreenServerless.Configuration.Tests;

public sealed class ScalarTests
{
    private static readonly DurationScalar Durations = new();
    private static readonly ShareScalar Shares = new();

    [Theory]
    [InlineData("500ms", 500)]
    [InlineData("90s", 90_000)]
    [InlineData("10m", 600_000)]
    [InlineData("24h", 86_400_000)]
    [InlineData("7d", 604_800_000)]
    [InlineData("1h30m", 5_400_000)]
    [InlineData("1d2h3m4s5ms", 93_784_005)]
    [InlineData("0s", 0)]
    [InlineData("90m", 5_400_000)]
    public void A_duration_is_a_sum_of_units(string text, double milliseconds) =>
        Assert.Equal(TimeSpan.FromMilliseconds(milliseconds), Durations.Parse(text, plain: true));

    [Fact]
    public void A_written_duration_reads_as_itself()
    {
        var random = new Random(1);
        for (var i = 0; i < 1000; i++)
        {
            var duration = TimeSpan.FromMilliseconds(random.NextInt64(0, 40L * 86_400_000));

            Assert.Equal(duration, Durations.Parse(Durations.Write(duration), plain: true));
            Assert.Matches(Durations.Schema()["pattern"]!.GetValue<string>(), Durations.Write(duration));
        }
    }

    [Theory]
    [InlineData("1%", 0.01)]
    [InlineData("0.5%", 0.005)]
    [InlineData("0%", 0)]
    [InlineData("100%", 1)]
    public void A_percentage_is_a_share(string text, double share)
    {
        Assert.Equal(new Percentage(share), Shares.Parse(text, plain: true));
        Assert.Equal(text, Shares.Write(new Percentage(share)));
    }

    [Theory]
    [InlineData("env:HAPROXY_PASSWORD", "env", "HAPROXY_PASSWORD")]
    [InlineData("file:/etc/bluegreen/password", "file", "/etc/bluegreen/password")]
    [InlineData("ssm:/bluegreen/ovh/app-secret", "ssm", "/bluegreen/ovh/app-secret")]
    public void A_secret_is_named_by_its_source(string text, string source, string name)
    {
        var secret = SecretReference.TryParse(text);

        Assert.Equal((source, name), (secret?.Source, secret?.Name));
        Assert.Equal(text, secret?.ToString());
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("hunter2")]
    [InlineData("env:")]
    [InlineData("env:1A")]
    [InlineData("env:A B")]
    [InlineData("env:A\n")]
    [InlineData("file:relative")]
    [InlineData("file:")]
    [InlineData("ENV:A")]
    [InlineData("ssm:name")]
    [InlineData("ssm:/a b")]
    public void Anything_else_is_no_name_of_a_secret(string? text) => Assert.Null(SecretReference.TryParse(text));

    [Fact]
    public void The_pattern_for_editors_and_the_check_of_secrets_agree() =>
        Assert.All(["env:A", "file:/a", "env:", "file:a", "a", "ssm:/a/b", "ssm:a"], text =>
            Assert.Equal(SecretReference.TryParse(text) is not null, Regex.IsMatch(text, SecretReference.Pattern, RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1))));
}
