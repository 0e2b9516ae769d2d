using System.Text.Json;
using Amazon.ElasticLoadBalancingV2;
using Amazon.ElasticLoadBalancingV2.Model;
using BlueGreenServerless.Failures;
using BlueGreenServerless.Providers.Aws.Router;
using BlueGreenServerless.Traffic;
using ElbAction = Amazon.ElasticLoadBalancingV2.Model.Action;

namespace BlueGreenServerless.Providers.Tests.Aws;

public sealed class ActionListTests
{
    private const string Blue = "arn:tg/blue";
    private const string Green = "arn:tg/green";
    private const string Other = "arn:tg/other";

    private static readonly ColorGroups Groups = new(Blue, Green);

    [Fact]
    public void A_forward_to_one_group_is_all_on_its_colour_and_written_by_its_ARN_alone()
    {
        var list = ActionList.Of([new ElbAction { Type = ActionTypeEnum.Forward, TargetGroupArn = Blue, Order = 1 }]);

        Assert.Equal(TrafficSplit.All(Color.Blue), On(list).Split());
        var written = Assert.Single(list.ForWriting());
        Assert.Equal((Blue, null), (written.TargetGroupArn, written.ForwardConfig));
    }

    [Fact]
    public void Forms_that_mean_the_same_are_the_same()
    {
        var plain = ActionList.Of([new ElbAction { Type = "forward", TargetGroupArn = Blue }]);
        var full = ActionList.Of([Forward((Blue, 100))]);
        var described = ActionList.Of([new ElbAction { Type = "forward", TargetGroupArn = Blue, ForwardConfig = Off((Blue, 1)) }]);

        Assert.True(plain.IsSame(full));
        Assert.True(plain.IsSame(described));
        Assert.True(ActionList.Of([Forward((Green, 5), (Blue, 95))]).IsSame(ActionList.Of([Forward((Blue, 95), (Green, 5))])));
        Assert.False(ActionList.Of([Forward((Blue, 95), (Green, 5))]).IsSame(ActionList.Of([Forward((Blue, 90), (Green, 10))])));
    }

    [Fact]
    public void A_shift_keeps_everything_else()
    {
        var login = new ElbAction { Type = "authenticate-oidc", Order = 1, AuthenticateOidcConfig = new AuthenticateOidcActionConfig { Issuer = "https://id", ClientId = "c", Scope = "openid" } };
        var forward = Forward((Blue, 100), (Other, 0));
        forward.Order = 2;

        var written = On(ActionList.Of([forward, login])).Shifted(TrafficSplit.Toward(Color.Green, 25)).ForWriting();

        Assert.Equal([1, 2], written.Select(action => action.Order ?? 0));
        Assert.Equal(("https://id", "openid", true), (written[0].AuthenticateOidcConfig.Issuer, written[0].AuthenticateOidcConfig.Scope, written[0].AuthenticateOidcConfig.UseExistingClientSecret));
        Assert.Equal("blue 75, green 25, other 0", Weights(written[1]));
    }

    [Fact]
    public void A_secret_is_never_in_the_snapshot()
    {
        var login = new ElbAction { Type = "authenticate-oidc", AuthenticateOidcConfig = new AuthenticateOidcActionConfig { ClientId = "c", ClientSecret = "hush" } };

        Assert.DoesNotContain("hush", ActionList.Of([login]).ToJson().GetRawText(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(90, 10, 100, "blue 60, green 40, other 100")]
    [InlineData(1, 0, 1, "blue 60, green 40, other 100")]
    [InlineData(2, 0, 1, "blue 60, green 40, other 50")]
    [InlineData(3, 0, 1, "blue 180, green 120, other 100")]
    public void Other_groups_keep_their_share(int blue, int green, int other, string expected) =>
        Assert.Equal(expected, Weights(On(ActionList.Of([Forward((Blue, blue), (Green, green), (Other, other))])).Shifted(TrafficSplit.Toward(Color.Green, 40)).Actions()[0]));

    [Fact]
    public void A_share_that_cannot_be_kept_is_refused() =>
        Assert.Throws<NotSupportedByTargetException>(() => On(ActionList.Of([Forward((Blue, 7), (Green, 0), (Other, 13))])).Shifted(TrafficSplit.All(Color.Green)));

    [Theory]
    [InlineData(999, 1, 1)]
    [InlineData(1, 999, 99)]
    [InlineData(2, 1, 33)]
    [InlineData(0, 1, 100)]
    [InlineData(1, 0, 0)]
    public void A_divided_traffic_never_looks_whole(int blue, int green, int percent) =>
        Assert.Equal(percent, On(ActionList.Of([Forward((Blue, blue), (Green, green))])).Split().Green);

    [Fact]
    public void A_colour_is_attached_once_with_weight_0()
    {
        var attached = On(ActionList.Of([Forward((Blue, 100))])).Attached(Color.Green);

        Assert.Equal("blue 1, green 0", Weights(attached.Actions()[0]));
        Assert.True(attached.IsSame(On(attached).Attached(Color.Green)));
        Assert.Equal(TrafficSplit.All(Color.Blue), On(attached).Split());
    }

    [Fact]
    public void Where_cookies_hold_clients_a_colour_without_traffic_is_left_out()
    {
        var sticky = Forward((Blue, 50), (Green, 50));
        sticky.ForwardConfig.TargetGroupStickinessConfig = new TargetGroupStickinessConfig { Enabled = true, DurationSeconds = 60 };

        var back = On(ActionList.Of([sticky])).Shifted(TrafficSplit.All(Color.Blue)).Actions()[0];

        Assert.Equal("blue 1", Weights(back));
        Assert.Equal(60, back.ForwardConfig.TargetGroupStickinessConfig.DurationSeconds);
    }

    [Fact]
    public void What_forwards_elsewhere_or_to_nobody_is_refused()
    {
        Assert.Throws<ProviderRefusedException>(() => On(ActionList.Of([Forward((Other, 1))])).Split());
        Assert.Throws<ProviderRefusedException>(() => On(ActionList.Of([new ElbAction { Type = "fixed-response" }])).Split());
        Assert.Throws<ProviderRefusedException>(() => On(ActionList.Of([Forward((Blue, 0), (Green, 0))])).Split());
    }

    [Fact]
    public void A_snapshot_comes_back_as_it_was()
    {
        var list = ActionList.Of([Forward((Blue, 95), (Green, 5)), new ElbAction { Type = "some-new-type", Order = 7 }]);
        var snapshot = AwsSnapshot.Of(new Dictionary<string, ActionList>(StringComparer.Ordinal) { ["arn:l"] = list });

        var read = AwsSnapshot.Read(JsonDocument.Parse(snapshot.GetRawText()).RootElement);

        Assert.True(read["arn:l"].IsSame(list));
        Assert.Throws<InvalidRequestException>(() => AwsSnapshot.Read(JsonDocument.Parse("[1]").RootElement));
    }

    private static WeightedForward On(ActionList list) => new("arn:listener", list, Groups);

    private static ElbAction Forward(params (string Arn, int Weight)[] groups) => new() { Type = ActionTypeEnum.Forward, ForwardConfig = Off(groups) };

    private static ForwardActionConfig Off(params (string Arn, int Weight)[] groups) => new()
    {
        TargetGroups = [.. groups.Select(group => new TargetGroupTuple { TargetGroupArn = group.Arn, Weight = group.Weight })],
        TargetGroupStickinessConfig = new TargetGroupStickinessConfig { Enabled = false },
    };

    private static string Weights(ElbAction action) =>
        string.Join(", ", action.ForwardConfig.TargetGroups.Select(group => $"{group.TargetGroupArn.Split('/')[1]} {group.Weight}"));
}
