using System.Runtime.Versioning;
using BlueGreenServerless.Clouds.Aws;
using BlueGreenServerless.Clouds.Aws.Faults;
using BlueGreenServerless.Clouds.Aws.SystemsManager;
using BlueGreenServerless.Providers.Aws.Ssm;
using BlueGreenServerless.Testing.Hosts;
using BlueGreenServerless.Traffic;
using BlueGreenServerless.Verdicts;

namespace BlueGreenServerless.Providers.Tests.Aws;

[SupportedOSPlatform("linux")]
public sealed class SsmHostsTests : IAsyncLifetime
{
    private ManagedNodes? nodes;

    private ManagedNodes Nodes => nodes!;

    [Fact]
    public async Task A_script_runs_once_on_every_node_of_the_tag_and_on_no_other()
    {
        var ran = Enumerable.Range(1, 3).Select(number => Nodes.Add($"i-0000000{number}", "Green")).Append(Nodes.Add("mi-0000000000000000a", "Green")).ToList();
        var other = Nodes.Add("i-000000ff", "Blue");
        var hosts = Nodes.Hosts();

        Assert.Equal((4, 1), (await hosts.CountAsync(Color.Green, default), await hosts.CountAsync(Color.Blue, default)));
        var end = await ManagedNodes.EndAsync(hosts, await hosts.StartAsync(ManagedNodes.Command("echo $BLUEGREEN_HOST $BLUEGREEN_COLOR $(cat $BLUEGREEN_ARTIFACT) >>$HOME/ran", artifact: true), default));

        Assert.Equal((CommandVerdict.Succeeded, 4, 4, 0), (end.Verdict, end.Total, end.Succeeded, end.Failed));
        Assert.All(ran, node => Assert.Equal($"{node.Id} green content\n", File.ReadAllText(Path.Combine(node.Directory, "ran"))));
        Assert.False(File.Exists(Path.Combine(other.Directory, "ran")));
    }

    [Fact]
    public async Task The_same_id_is_sent_once_also_by_another_process_and_after_its_end()
    {
        Nodes.Add("i-00000001", "Green");
        var first = await Nodes.Hosts().StartAsync(ManagedNodes.Command("true"), default);
        var second = await Nodes.Hosts().StartAsync(ManagedNodes.Command("true"), default);
        await ManagedNodes.EndAsync(Nodes.Hosts(), first);
        var third = await Nodes.Hosts().StartAsync(ManagedNodes.Command("true"), default);
        var other = await Nodes.Hosts().StartAsync(ManagedNodes.Command("true", id: "r1.t.expand"), default);

        Assert.Equal(first.Split(':')[..2], second.Split(':')[..2]);
        Assert.Equal(first.Split(':')[..2], third.Split(':')[..2]);
        Assert.NotEqual(first.Split(':')[0], other.Split(':')[0]);
        Assert.Equal(2, Nodes.Sent.Commands.Count);
    }

    [Theory]
    [InlineData(FaultKind.LostReply)]
    [InlineData(FaultKind.ErrorAfterEffect)]
    public async Task An_answer_that_was_lost_costs_a_second_run_at_most(FaultKind kind)
    {
        Nodes.Add("i-00000001", "Green");
        Nodes.World.Cloud.Faults.Add(new Fault("ssm", "SendCommand", kind));
        var hosts = Nodes.Hosts();

        var end = await ManagedNodes.EndAsync(hosts, await hosts.StartAsync(ManagedNodes.Command("true"), default));

        Assert.Equal(CommandVerdict.Succeeded, end.Verdict);
        Assert.InRange(Nodes.Sent.Commands.Count, 1, 2);
    }

    [Fact]
    public async Task A_command_on_one_node_brings_its_output()
    {
        Nodes.Add("i-00000002", "Green");
        Nodes.Add("i-00000001", "Green");
        var hosts = Nodes.Hosts();

        var end = await ManagedNodes.EndAsync(hosts, await hosts.StartAsync(ManagedNodes.Command("echo I am $BLUEGREEN_HOST", onlyFirst: true), default));

        Assert.Equal((CommandVerdict.Succeeded, 1, "I am i-00000001\n"), (end.Verdict, end.Total, end.Output));
    }

    [Fact]
    public async Task What_is_visible_late_and_in_pages_is_waited_for()
    {
        await using var slow = await ManagedNodes.StartAsync(new AwsDoubleOptions { ReadLag = TimeSpan.FromSeconds(1), PageSize = 2 });
        foreach (var number in Enumerable.Range(1, 5))
        {
            slow.Add($"i-0000000{number}", "Green");
        }

        var hosts = slow.Hosts();
        var ticket = await hosts.StartAsync(ManagedNodes.Command("true"), default);

        Assert.Equal(CommandVerdict.Running, (await hosts.PollAsync(ticket, default)).Verdict);
        var end = await ManagedNodes.EndAsync(hosts, ticket);
        Assert.Equal((CommandVerdict.Succeeded, 5, 5), (end.Verdict, end.Total, end.Succeeded));
    }

    [Fact]
    public async Task Polling_costs_one_call_while_all_goes_well_whatever_the_number_of_nodes()
    {
        foreach (var number in Enumerable.Range(1, 60))
        {
            Nodes.Add($"i-000000{number:D2}", "Green").PickUp = TimeSpan.FromHours(1);
        }

        var hosts = Nodes.Hosts(options: new SsmOptions { DeliveryTimeout = TimeSpan.FromHours(1) });
        var ticket = await hosts.StartAsync(ManagedNodes.Command("true", seconds: 10_000), default);
        var before = Nodes.World.Cloud.Calls.Values.Sum();

        Assert.Equal(CommandVerdict.Running, (await hosts.PollAsync(ticket, default)).Verdict);
        Assert.Equal(before + 1, Nodes.World.Cloud.Calls.Values.Sum());
        await hosts.CancelAsync(ticket, default);
    }

    [Fact]
    public async Task A_cancelled_command_stops_and_an_unknown_one_is_no_error()
    {
        var node = Nodes.Add("i-00000001", "Green");
        var hosts = Nodes.Hosts();
        var ticket = await hosts.StartAsync(ManagedNodes.Command("echo $$ >$HOME/pid; while true; do sleep 0.1; done"), default);
        await Eventually.HoldsAsync(() => File.Exists(Path.Combine(node.Directory, "pid")));

        await hosts.CancelAsync(ticket, default);
        var end = await ManagedNodes.EndAsync(hosts, ticket);

        Assert.Equal(CommandVerdict.Failed, end.Verdict);
        Assert.StartsWith("Cancelled", Assert.Single(end.Failures).Reason, StringComparison.Ordinal);
        await hosts.CancelAsync("00000000-0000-0000-0000-000000000000:1:1", default);
        await hosts.CancelAsync("something else", default);
        Assert.Equal(CommandVerdict.Unknown, (await hosts.PollAsync("00000000-0000-0000-0000-000000000000:1:1", default)).Verdict);
        Assert.Equal(CommandVerdict.Unknown, (await hosts.PollAsync("something else", default)).Verdict);
    }

    [Fact]
    public async Task What_is_sent_has_short_and_explicit_limits()
    {
        Nodes.Add("i-00000001", "Green");
        string? body = null;
        Nodes.World.Cloud.Recorder = exchange => body = exchange.Operation == "SendCommand" ? exchange.Request.Text : body;

        await Nodes.Hosts().StartAsync(ManagedNodes.Command("true", seconds: 600), default);

        Assert.All((string[])["\"TimeoutSeconds\":60", "\"executionTimeout\":[\"540\"]", "\"MaxErrors\":\"0\"", "\"MaxConcurrency\":\"100%\""], part => Assert.Contains(part, body, StringComparison.Ordinal));
    }

    public async ValueTask InitializeAsync() => nodes = await ManagedNodes.StartAsync();

    public ValueTask DisposeAsync() => Nodes.DisposeAsync();
}
