using Amazon.Runtime;
using BlueGreenServerless.Clouds.Aws;
using BlueGreenServerless.Clouds.Aws.SystemsManager;
using BlueGreenServerless.Documents;
using BlueGreenServerless.Ports;
using BlueGreenServerless.Providers.Aws.Clients;
using BlueGreenServerless.Providers.Aws.Ssm;
using BlueGreenServerless.Testing.Hosts;
using BlueGreenServerless.Traffic;
using BlueGreenServerless.Verdicts;

namespace BlueGreenServerless.AwsMany.Tests.Hosts;

/// <summary>Commands on so many nodes that only those that failed are read.</summary>
public sealed class ThousandNodes : IAsyncLifetime
{
    private const int Nodes = 1000;

    private AwsDouble? aws;

    private SsmHosts Hosts
    {
        get
        {
            var (key, options) = (aws!.Options.Keys[0], new SsmOptions { Green = "tag:Pool=green" });
            var place = new AwsPlace(aws.Options.Region, Endpoint: aws.Url) { Given = new BasicAWSCredentials(key.Id, key.Secret) };
            return new SsmHosts(options, NodePools.Of(options), new AwsAccount(place, TimeProvider.System));
        }
    }

    [Fact]
    public async Task All_of_them_succeed()
    {
        var ended = await RunAsync();

        Assert.Equal((CommandVerdict.Succeeded, Nodes, Nodes), (ended.Verdict, ended.Total, ended.Succeeded));
        Assert.InRange(aws!.Calls["ssm:ListCommandInvocations"], 1, 9);
    }

    [Fact]
    public async Task One_that_was_not_reached_fails_the_command_though_it_calls_itself_a_success()
    {
        aws!.Nodes.All[500].Agent = AgentBehavior.Undeliverable;

        var ended = await RunAsync();

        Assert.Equal("Success", Assert.Single(aws.RunCommand.Commands).Invocations[0].Status);
        Assert.Equal((CommandVerdict.Failed, 1, aws.Nodes.All[500].Id), (ended.Verdict, ended.Failed, Assert.Single(ended.Failures).Host));
    }

    [Fact]
    public async Task The_script_s_last_lines_on_the_first_that_failed_are_told()
    {
        aws!.Nodes.All[500].Script = (_, _) => Task.FromResult(new ScriptEnd(3, "", "no space left on device", false));

        var ended = await RunAsync();

        Assert.Equal(CommandVerdict.Failed, ended.Verdict);
        Assert.Contains("no space left on device", ended.Failures[0].LastLines[0], StringComparison.Ordinal);
    }

    public async ValueTask InitializeAsync()
    {
        aws = await AwsDouble.StartAsync();
        for (var number = 0; number < Nodes; number++)
        {
            aws.Nodes.Add($"i-{number:x17}", "/", ("Pool", "green")).Script = (_, _) => Task.FromResult(new ScriptEnd(0, "", "", false));
        }
    }

    public ValueTask DisposeAsync() => aws!.DisposeAsync();

    private async Task<CommandProgress> RunAsync()
    {
        var ticket = await Hosts.StartAsync(new HostCommand("r1.t.install", Color.Green, ":", null, TimeSpan.FromMinutes(5)), default);
        CommandProgress? progress = null;
        await Eventually.HoldsAsync(async () => (progress = await Hosts.PollAsync(ticket, default)).Verdict != CommandVerdict.Running);
        return progress!;
    }
}
