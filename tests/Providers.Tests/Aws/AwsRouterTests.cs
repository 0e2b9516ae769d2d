using System.Text.Json;
using Amazon.ElasticLoadBalancingV2.Model;
using BlueGreenServerless.Clouds.Aws.Faults;
using BlueGreenServerless.Failures;
using BlueGreenServerless.Traffic;

namespace BlueGreenServerless.Providers.Tests.Aws;

public sealed class AwsRouterTests : IAsyncLifetime
{
    private BalancedSites? sites;

    private BalancedSites Sites => sites!;

    private FaultPlan Faults => Sites.World.Cloud.Faults;

    [Fact]
    public async Task An_idle_colour_is_attached_without_traffic_once()
    {
        var router = Sites.Router();
        await router.AttachAsync(Color.Green, default);
        await router.AttachAsync(Color.Green, default);

        Assert.Equal("blue 1, green 0", Sites.Says(Sites.Listener.Default));
        Assert.Equal(1, Sites.Writes);
        Assert.Equal(TrafficSplit.All(Color.Blue), (await router.DescribeAsync(default)).Split);
    }

    [Fact]
    public async Task Listeners_and_rules_move_together_with_one_write_each_and_none_for_what_is_there()
    {
        var second = Sites.Balancers.AddListener(Sites.Balancer, 0, (Sites.Blue, 1));
        var rule = Sites.AddRule(10, "x-tenant", "a", Sites.Blue);
        var router = Sites.Router(second.Arn, rule.Arn);
        var wanted = TrafficSplit.Toward(Color.Green, 25);

        Assert.Equal(wanted, (await router.ShiftAsync(wanted, default)).Split);
        Assert.Equal(wanted, (await router.ShiftAsync(wanted, default)).Split);

        Assert.All([Sites.Listener.Default, second.Default, rule], each => Assert.Equal("blue 75, green 25", Sites.Says(each)));
        Assert.Equal(3, Sites.Writes);
        Assert.Equal((2, 1), (Sites.Calls("ModifyListener"), Sites.Calls("ModifyRule")));
    }

    [Fact]
    public async Task A_restore_is_one_write_and_leaves_the_traffic_exactly_as_the_snapshot()
    {
        var router = Sites.Router();
        var before = await router.DescribeAsync(default);
        await router.AttachAsync(Color.Green, default);
        await router.ShiftAsync(TrafficSplit.All(Color.Green), default);
        var writes = Sites.Writes;

        var after = await router.RestoreAsync(Reread(before.Snapshot), default);
        await router.RestoreAsync(Reread(before.Snapshot), default);

        Assert.Equal(writes + 1, Sites.Writes);
        Assert.Equal(TrafficSplit.All(Color.Blue), after.Split);
        Assert.True(JsonElement.DeepEquals(before.Snapshot, after.Snapshot));
        Assert.Equal("blue 1", Sites.Says(Sites.Listener.Default));
    }

    [Fact]
    public async Task When_one_of_several_cannot_be_written_the_others_are_put_back()
    {
        var rule = Sites.AddRule(10, "x-tenant", "a", Sites.Blue);
        var router = Sites.Router(rule.Arn);
        var before = await router.DescribeAsync(default);
        Faults.Deny("elasticloadbalancing", "ModifyRule");

        var refused = await Assert.ThrowsAsync<ProviderRefusedException>(() => router.ShiftAsync(TrafficSplit.All(Color.Green), default));

        Assert.Contains("request id", refused.Message, StringComparison.Ordinal);
        Assert.True(JsonElement.DeepEquals(before.Snapshot, (await router.DescribeAsync(default)).Snapshot));
    }

    [Fact]
    public async Task Routes_that_disagree_are_a_divided_traffic()
    {
        var second = Sites.Balancers.AddListener(Sites.Balancer, 0, (Sites.Green, 1));

        Assert.Null((await Sites.Router(second.Arn).DescribeAsync(default)).Split.Whole());
    }

    [Theory]
    [InlineData(FaultKind.LostReply)]
    [InlineData(FaultKind.ErrorAfterEffect)]
    [InlineData(FaultKind.LostRequest)]
    [InlineData(FaultKind.Error)]
    public async Task A_shift_survives_one_fault_of_the_network_or_the_service(FaultKind kind)
    {
        Faults.Add(new Fault("elasticloadbalancing", "ModifyListener", kind));

        Assert.Equal(TrafficSplit.All(Color.Green), (await Sites.Router().ShiftAsync(TrafficSplit.All(Color.Green), default)).Split);
    }

    [Fact]
    public async Task Throttling_that_does_not_end_is_unavailable_and_an_unknown_listener_refused()
    {
        Faults.Add(new Fault("elasticloadbalancing", "DescribeListeners", FaultKind.Error) { Times = 100, Code = "Throttling", Message = "Rate exceeded", Status = 400 });

        await Assert.ThrowsAsync<ProviderUnavailableException>(() => Sites.Router().DescribeAsync(default));

        Faults.Clear();
        var unknown = Sites.Listener.Arn[..^1] + (Sites.Listener.Arn[^1] == '0' ? '1' : '0');
        var refused = await Assert.ThrowsAsync<ProviderRefusedException>(() => Sites.Router(unknown).DescribeAsync(default));
        Assert.Contains("ListenerNotFound", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_cookies_hold_clients_an_idle_colour_waits_behind_the_preview_only()
    {
        await StickAsync();
        var test = Sites.Balancers.AddListener(Sites.Balancer, 0, (Sites.Blue, 1));

        await Assert.ThrowsAsync<NotSupportedByTargetException>(() => Sites.Router().AttachAsync(Color.Green, default));
        var router = Sites.WithPreview(test.Arn);
        await router.AttachAsync(Color.Green, default);
        Assert.Equal(("blue 1", "green 1"), (Sites.Says(Sites.Listener.Default), Sites.Says(test.Default)));

        var before = await router.DescribeAsync(default);
        await router.ShiftAsync(TrafficSplit.Toward(Color.Green, 10), default);
        Assert.Equal("300", (string?)Sites.Listener.Default.Actions[0]!["ForwardConfig"]!["TargetGroupStickinessConfig"]!["DurationSeconds"]);
        await router.RestoreAsync(before.Snapshot, default);
        Assert.Equal("blue 1", Sites.Says(Sites.Listener.Default));
    }

    [Fact]
    public async Task The_preview_of_a_test_listener_is_its_port_and_that_of_a_test_rule_its_header()
    {
        var test = Sites.Balancers.AddListener(Sites.Balancer, 0, (Sites.Blue, 1));
        var rule = Sites.AddRule(5, "x-preview", "green", Sites.Blue);

        var byPort = Sites.WithPreview(test.Arn).Preview(Color.Green)!;
        var byHeader = Sites.WithPreview(rule.Arn).Preview(Color.Green)!;

        Assert.Equal(("http", test.Port), (byPort.Base.Scheme, byPort.Base.Port));
        Assert.Empty(byPort.Headers);
        Assert.Equal(Sites.Listener.Port, byHeader.Base.Port);
        Assert.Equal("green", byHeader.Headers["X-Preview"]);
        Assert.Null(Sites.Router().Preview(Color.Green));
    }

    public async ValueTask InitializeAsync() => sites = await BalancedSites.StartAsync();

    public ValueTask DisposeAsync() => Sites.DisposeAsync();

    private static JsonElement Reread(JsonElement json) => JsonDocument.Parse(json.GetRawText()).RootElement;

    private Task<ModifyListenerResponse> StickAsync() => Sites.World.Account.Balancing.ModifyListenerAsync(new ModifyListenerRequest
    {
        ListenerArn = Sites.Listener.Arn,
        DefaultActions =
        [
            new()
            {
                Type = "forward",
                ForwardConfig = new ForwardActionConfig
                {
                    TargetGroups = [new TargetGroupTuple { TargetGroupArn = Sites.Blue.Arn, Weight = 1 }],
                    TargetGroupStickinessConfig = new TargetGroupStickinessConfig { Enabled = true, DurationSeconds = 300 },
                },
            },
        ],
    });
}
