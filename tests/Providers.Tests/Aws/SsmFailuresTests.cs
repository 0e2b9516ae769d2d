using System.Runtime.Versioning;
using BlueGreenServerless.Clouds.Aws.AutoScaling;
using BlueGreenServerless.Clouds.Aws.Faults;
using BlueGreenServerless.Clouds.Aws.SystemsManager;
using BlueGreenServerless.Failures;
using BlueGreenServerless.Providers.Aws.Ssm;
using BlueGreenServerless.Traffic;
using BlueGreenServerless.Verdicts;

namespace BlueGreenServerless.Providers.Tests.Aws;

[SupportedOSPlatform("linux")]
public sealed class SsmFailuresTests : IAsyncLifetime
{
    private ManagedNodes? nodes;

    private ManagedNodes Nodes => nodes!;

    [Fact]
    public async Task The_first_failing_node_is_named_with_its_exit_code_and_last_lines()
    {
        Nodes.Add("i-00000001", "Green");
        Nodes.Add("i-00000002", "Green");
        var hosts = Nodes.Hosts();

        var end = await ManagedNodes.EndAsync(hosts, await hosts.StartAsync(ManagedNodes.Command("if [[ $BLUEGREEN_HOST == *2 ]]; then seq 1 30; echo boom >&2; exit 3; fi"), default));

        Assert.Equal((CommandVerdict.Failed, 2), (end.Verdict, end.Total));
        var failure = end.Failures[0];
        Assert.Equal(("i-00000002", 3), (failure.Host, failure.ExitCode));
        Assert.Contains("30", failure.LastLines);
        Assert.Contains("boom", failure.LastLines);
        Assert.StartsWith("Failed: ", failure.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_node_that_was_not_reached_fails_the_command_though_AWS_calls_it_a_success()
    {
        Nodes.Add("i-00000001", "Green");
        Nodes.Add("i-00000002", "Green").Agent = AgentBehavior.Undeliverable;
        var hosts = Nodes.Hosts();

        var end = await ManagedNodes.EndAsync(hosts, await hosts.StartAsync(ManagedNodes.Command("true"), default));

        Assert.Equal((CommandVerdict.Failed, 1), (end.Verdict, end.Succeeded));
        Assert.Equal(("i-00000002", null), (Assert.Single(end.Failures).Host, end.Failures[0].ExitCode));
        Assert.StartsWith("Undeliverable: ", end.Failures[0].Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_script_that_hangs_is_stopped_and_told_so()
    {
        Nodes.Add("i-00000001", "Green");
        var hosts = Nodes.Hosts();

        var end = await ManagedNodes.EndAsync(hosts, await hosts.StartAsync(ManagedNodes.Command("echo begun; sleep 300", seconds: 2), default));

        Assert.StartsWith("ExecutionTimedOut: ", Assert.Single(end.Failures).Reason, StringComparison.Ordinal);
        Assert.Equal(["begun"], end.Failures[0].LastLines.Take(1));
    }

    [Fact]
    public async Task Nothing_is_sent_when_a_node_cannot_be_reached_or_there_is_none()
    {
        Nodes.Add("i-00000001", "Green");
        Nodes.Add("i-00000002", "Green").Agent = AgentBehavior.Offline;
        var offline = await Assert.ThrowsAsync<ProviderRefusedException>(() => Nodes.Hosts().StartAsync(ManagedNodes.Command("true"), default));
        var unregistered = await Assert.ThrowsAsync<ProviderUnavailableException>(() => Nodes.Hosts("i-00000001,i-000000aa").StartAsync(ManagedNodes.Command("true"), default));
        await Assert.ThrowsAsync<InvalidRequestException>(() => Nodes.Hosts("tag:Environment=Nobody").StartAsync(ManagedNodes.Command("true"), default));

        Assert.Contains("'i-00000002' is 'ConnectionLost'", Assert.Single(await Nodes.Hosts().UnreachableAsync(Color.Green, default)), StringComparison.Ordinal);
        Assert.Empty(await Nodes.Hosts().UnreachableAsync(Color.Blue, default));
        Assert.Contains("'i-00000002' is 'ConnectionLost'", offline.Message, StringComparison.Ordinal);
        Assert.Contains("'i-000000aa' is not registered", unregistered.Message, StringComparison.Ordinal);
        Assert.Empty(Nodes.Sent.Commands);
    }

    [Fact]
    public async Task An_Auto_Scaling_group_counts_instances_that_have_no_agent_yet()
    {
        var group = new ScalingGroup("shop-green") { Launch = id => Task.Run(() => Nodes.Add(id, "Green").Tags["aws:autoscaling:groupName"] = "shop-green") };
        await Nodes.World.Cloud.ScalingGroups.AddAsync(group, 1, 4, 2);
        var hosts = Nodes.Hosts("asg:shop-green");

        Assert.Equal(2, await hosts.CountAsync(Color.Green, default));
        var end = await ManagedNodes.EndAsync(hosts, await hosts.StartAsync(ManagedNodes.Command("true"), default));
        Assert.Equal((CommandVerdict.Succeeded, 2), (end.Verdict, end.Total));

        Nodes.World.Cloud.Nodes.Remove(group.Instances[0].Id);
        await Assert.ThrowsAsync<ProviderUnavailableException>(() => hosts.StartAsync(ManagedNodes.Command("true", id: "r2.t.install"), default));
    }

    [Fact]
    public async Task The_end_of_a_long_output_comes_from_the_bucket()
    {
        Nodes.World.Cloud.Storage.Create("outputs");
        Nodes.Add("i-00000001", "Green");
        var hosts = Nodes.Hosts(options: new SsmOptions { OutputBucket = "outputs" });

        var end = await ManagedNodes.EndAsync(hosts, await hosts.StartAsync(ManagedNodes.Command("seq 1 20000; exit 4"), default));

        Assert.Contains("20000", end.Failures[0].LastLines);
        Assert.Contains("s3://outputs/bluegreen-output/", end.Failures[0].Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Throttling_is_unavailable_and_a_missing_right_refused()
    {
        Nodes.Add("i-00000001", "Green");
        Nodes.World.Cloud.Faults.Deny("ssm", "SendCommand");
        var refused = await Assert.ThrowsAsync<ProviderRefusedException>(() => Nodes.Hosts().StartAsync(ManagedNodes.Command("true"), default));
        Assert.Contains("AccessDenied", refused.Message, StringComparison.Ordinal);

        Nodes.World.Cloud.Faults.Allow("ssm", "SendCommand");
        Nodes.World.Cloud.Faults.Add(new Fault("ssm", "SendCommand", FaultKind.Error) { Times = 100, Code = "ThrottlingException", Status = 400 });
        await Assert.ThrowsAsync<ProviderUnavailableException>(() => Nodes.Hosts().StartAsync(ManagedNodes.Command("true"), default));
    }

    public async ValueTask InitializeAsync() => nodes = await ManagedNodes.StartAsync();

    public ValueTask DisposeAsync() => Nodes.DisposeAsync();
}
