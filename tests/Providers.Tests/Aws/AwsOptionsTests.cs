using System.Text.Json;
using BlueGreenServerless.Failures;
using BlueGreenServerless.Plans;
using BlueGreenServerless.Ports;
using BlueGreenServerless.Providers.Aws;
using BlueGreenServerless.Providers.Aws.Metrics;
using BlueGreenServerless.Providers.Aws.Router;
using BlueGreenServerless.Providers.Aws.Ssm;
using BlueGreenServerless.Providers.Registry;

namespace BlueGreenServerless.Providers.Tests.Aws;

public sealed class AwsOptionsTests
{
    private const string Lb = "arn:aws:elasticloadbalancing:eu-west-1:123456789012";
    private static readonly string Group = $"\"{Lb}:targetgroup/blue/0123456789abcdef\"";
    private static readonly string Green = $"\"{Lb}:targetgroup/green/0123456789abcdef\"";
    private static readonly string Listener = $"\"{Lb}:listener/app/shop/0123456789abcdef/0123456789abcdef\"";

    private static readonly PortContext Context = new(TimeProvider.System, _ => throw new InvalidOperationException("no hosts"), new PassingNotes());

    [Fact]
    public void Both_providers_are_found_by_themselves() =>
        Assert.Superset(new HashSet<string>(["aws", "ssm"]), ProviderRegistry.Discover().All.Select(provider => provider.Name).ToHashSet(StringComparer.Ordinal));

    [Fact]
    public void Ports_are_made_without_credentials_or_network()
    {
        var options = Json($"{{\"listeners\":[{Listener}],\"blue\":{Group},\"green\":{Green}}}");

        Assert.True(new AwsProvider().Router!.From(options, Context).Abilities.Weights);
        Assert.NotNull(new AwsProvider().Metrics!.From(options, Context));
        Assert.NotNull(new AwsProvider().Fleet!.From(Json("""{"blue":"asg-blue","green":"asg-green"}"""), Context));
        Assert.NotNull(new SsmProvider().Hosts!.From(Json("""{"blue":"tag:Environment=Blue","green":"asg:shop-green"}"""), Context));
    }

    [Fact]
    public void All_faults_are_told_at_once()
    {
        var options = Json($"{{\"listeners\":[\"x\",{Listener},{Listener}],\"blue\":\"y\",\"green\":\"y\",\"preview\":{Listener}}}");

        var refused = Assert.Throws<InvalidRequestException>(() => new AwsProvider().Router!.From(options, Context));

        Assert.All((string[])["'listeners' has 'x'", "twice", "'blue' is 'y'", "both 'y'", "users would see the test"], part => Assert.Contains(part, refused.Message, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("i-0123456789abcdef0,mi-0123456789abcdef0", "InstanceIds=i-0123456789abcdef0,mi-0123456789abcdef0")]
    [InlineData("tag:Environment=Blue", "tag:Environment=Blue")]
    [InlineData("tag:a:b=c=d", "tag:a:b=c=d")]
    [InlineData("asg:shop-blue", "tag:aws:autoscaling:groupName=shop-blue")]
    public void Hosts_are_named_by_tag_group_or_id(string text, string expected) => Assert.Equal(expected, NodeSelection.Parse(text).ToString());

    [Theory]
    [InlineData("")]
    [InlineData("blue")]
    [InlineData("tag:=x")]
    [InlineData("tag:x=")]
    [InlineData("tag:x")]
    [InlineData("asg:")]
    [InlineData("i-1,$(reboot)")]
    public void Anything_else_is_refused(string text) => Assert.Throws<InvalidRequestException>(() => NodeSelection.Parse(text));

    [Fact]
    public void Blue_and_green_may_not_share_hosts() =>
        Assert.Throws<InvalidRequestException>(() => new SsmProvider().Hosts!.From(Json("""{"blue":"asg:one","green":"asg:one"}"""), Context));

    [Fact]
    public void CloudWatch_names_come_out_of_the_ARNs()
    {
        Assert.Equal("app/shop/0123456789abcdef", GroupMetrics.BalancerOf(Listener.Trim('"')));
        Assert.Equal("app/shop/0123456789abcdef", GroupMetrics.BalancerOf($"{Lb}:listener-rule/app/shop/0123456789abcdef/11/22"));
        Assert.Equal("targetgroup/blue/0123456789abcdef", GroupMetrics.GroupName(Group.Trim('"')));
        Assert.Equal($"{Lb}:listener/app/shop/0123/11", TestRoute.ListenerOf($"{Lb}:listener-rule/app/shop/0123/11/22"));
    }

    private static JsonElement Json(string text) => JsonDocument.Parse(text).RootElement;
}
