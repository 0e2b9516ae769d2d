using BlueGreenServerless.Clouds.Aws.SystemsManager;
using BlueGreenServerless.Testing.Hosts;

namespace BlueGreenServerless.Clouds.Aws.Tests.SystemsManager;

public sealed class Commands
{
    [Fact]
    public async Task A_script_really_runs_on_every_node_with_the_tag()
    {
        await using var fleet = await TwoNodes.StartAsync();

        var sent = await fleet.SendAsync("""["echo \"$AWS_SSM_INSTANCE_ID in $PWD\" > ran","cat ran","echo warn >&2"]""");
        await fleet.DoneAsync();
        var rows = (await fleet.Command.JsonAsync("ssm", "list-command-invocations", "--command-id", sent, "--details"))["CommandInvocations"]!.AsArray();
        var one = await fleet.Command.JsonAsync("ssm", "get-command-invocation", "--command-id", sent, "--instance-id", "i-0000000000000000b");

        Assert.Equal(["i-0000000000000000a", "i-0000000000000000b"], rows.Select(row => row!["InstanceId"]!.ToString()).Order(StringComparer.Ordinal));
        Assert.All(rows, row => Assert.Equal(("Success", "Success", 0), (row!["Status"]!.ToString(), row["StatusDetails"]!.ToString(), (int)row["CommandPlugins"]![0]!["ResponseCode"]!)));
        Assert.Equal($"i-0000000000000000b in {fleet.B.Directory}\n", one["StandardOutputContent"]!.ToString());
        Assert.Equal("warn\n", one["StandardErrorContent"]!.ToString());
        Assert.True(File.Exists(Path.Combine(fleet.A.Directory, "ran")));
    }

    [Fact]
    public async Task The_exit_code_of_the_last_line_counts_and_the_first_failure_stops_the_sending()
    {
        await using var fleet = await TwoNodes.StartAsync();

        var sent = await fleet.SendAsync("""["false","echo last; exit 7"]""", "--max-concurrency", "1", "--max-errors", "0");
        await fleet.DoneAsync();
        var command = (await fleet.Command.JsonAsync("ssm", "list-commands", "--command-id", sent))["Commands"]![0]!;

        Assert.Equal(["Failed", "Terminated"], fleet.Sent.Invocations.Select(invocation => invocation.Details).Order(StringComparer.Ordinal));
        Assert.Equal(("Failed", 2, 1), (command["Status"]!.ToString(), (int)command["TargetCount"]!, (int)command["ErrorCount"]!));
        Assert.Equal(7, fleet.Sent.Invocations.Single(invocation => invocation.Details == "Failed").Code);
    }

    [Fact]
    public async Task A_parent_says_success_though_a_node_never_got_the_command()
    {
        await using var fleet = await TwoNodes.StartAsync();
        fleet.A.Agent = AgentBehavior.Undeliverable;

        var sent = await fleet.SendAsync("""["true"]""");
        await fleet.DoneAsync();
        var command = (await fleet.Command.JsonAsync("ssm", "list-commands", "--command-id", sent))["Commands"]![0]!;

        Assert.Equal("Success", command["StatusDetails"]!.ToString());
        Assert.Equal(["Success", "Undeliverable"], fleet.Sent.Invocations.Select(invocation => invocation.Details).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_tag_that_nobody_has_is_a_success_without_targets()
    {
        await using var fleet = await TwoNodes.StartAsync();

        var answer = await fleet.Command.JsonAsync("ssm", "send-command", "--document-name", "AWS-RunShellScript", "--targets", "Key=tag:Environment,Values=Purple", "--parameters", """{"commands":["true"]}""");

        Assert.Equal(("NoInstancesInTag", 0), (answer["Command"]!["StatusDetails"]!.ToString(), (int)answer["Command"]!["TargetCount"]!));
    }

    [Fact]
    public async Task Invocations_are_not_there_at_once()
    {
        var time = new Testing.Time.VirtualTime();
        await using var fleet = await TwoNodes.StartAsync(new AwsDoubleOptions { Clock = time, ReadLag = TimeSpan.FromSeconds(2) });

        var sent = await fleet.SendAsync("""["true"]""");
        var early = await fleet.Command.FailureAsync("ssm", "get-command-invocation", "--command-id", sent, "--instance-id", fleet.A.Id);
        var none = await fleet.Command.JsonAsync("ssm", "list-command-invocations", "--command-id", sent);
        await fleet.RunAsync(time);
        time.Advance(TimeSpan.FromSeconds(2));
        var late = await fleet.Command.JsonAsync("ssm", "get-command-invocation", "--command-id", sent, "--instance-id", fleet.A.Id);

        Assert.Contains("(InvocationDoesNotExist)", early, StringComparison.Ordinal);
        Assert.Empty(none["CommandInvocations"]!.AsArray());
        Assert.Equal("Success", late["Status"]!.ToString());
    }

    [Fact]
    public async Task What_runs_too_long_is_stopped_and_what_is_cancelled_too()
    {
        await using var fleet = await TwoNodes.StartAsync();
        await fleet.SendAsync("""["sleep 300"]""", "--timeout-seconds", "30");
        await Eventually.HoldsAsync(() => fleet.Sent.Invocations.All(invocation => invocation.Status == "InProgress"));
        await fleet.Command.JsonAsync("ssm", "cancel-command", "--command-id", fleet.Sent.Id);
        await fleet.DoneAsync();
        var cancelled = fleet.Sent;

        await fleet.SendAsync("""["sleep 300"],"executionTimeout":["1"]""");
        await fleet.DoneAsync();

        Assert.All(cancelled.Invocations, invocation => Assert.Equal("Cancelled", invocation.Status));
        Assert.All(fleet.Sent.Invocations, invocation => Assert.Equal(("TimedOut", "ExecutionTimedOut"), (invocation.Status, invocation.Details)));
    }

    [Theory]
    [InlineData(AgentBehavior.NeverPicksUp, 60)]
    [InlineData(AgentBehavior.Offline, 60)]
    [InlineData(AgentBehavior.DiesWhileRunning, 120)]
    public async Task An_agent_that_is_gone_shows_as_a_delivery_timeout(AgentBehavior agent, int seconds)
    {
        var time = new Testing.Time.VirtualTime();
        await using var fleet = await TwoNodes.StartAsync(new AwsDoubleOptions { Clock = time });
        (fleet.A.Agent, fleet.B.Agent) = (agent, agent);

        var start = time.GetUtcNow();
        await fleet.SendAsync("""["true"],"executionTimeout":["60"]""", "--timeout-seconds", "60");
        await fleet.RunAsync(time);

        Assert.All(fleet.Sent.Invocations, invocation => Assert.Equal("DeliveryTimedOut", invocation.Details));
        Assert.Equal(start + TimeSpan.FromSeconds(seconds), fleet.Sent.Invocations[0].Ended);
    }

    [Fact]
    public async Task A_node_that_is_not_online_is_refused_by_name_and_left_out_of_the_online_ones()
    {
        await using var fleet = await TwoNodes.StartAsync();
        fleet.A.Agent = AgentBehavior.Offline;

        var refused = await fleet.Command.FailureAsync("ssm", "send-command", "--document-name", "AWS-RunShellScript", "--instance-ids", fleet.A.Id, "--parameters", "commands=true");
        var online = await fleet.Command.JsonAsync("ssm", "describe-instance-information", "--filters", "Key=PingStatus,Values=Online", "Key=tag:Environment,Values=Blue");

        Assert.Contains("(InvalidInstanceId)", refused, StringComparison.Ordinal);
        Assert.Equal(fleet.B.Id, Assert.Single(online["InstanceInformationList"]!.AsArray())!["InstanceId"]!.ToString());
    }

    [Fact]
    public async Task Long_output_is_cut_inline_and_whole_in_the_bucket()
    {
        await using var fleet = await TwoNodes.StartAsync();
        var bucket = fleet.Watched.Aws.Storage.Create("outputs", notifies: false);

        var sent = await fleet.SendAsync("""["yes 0123456789 | head -n 5000"]""", "--output-s3-bucket-name", "outputs", "--output-s3-key-prefix", "runs");
        await fleet.DoneAsync();
        var one = await fleet.Command.JsonAsync("ssm", "get-command-invocation", "--command-id", sent, "--instance-id", fleet.A.Id);

        Assert.Equal(24000, one["StandardOutputContent"]!.ToString().Length);
        Assert.Equal(55000, bucket.Current($"runs/{sent}/{fleet.A.Id}/awsrunShellScript/0.awsrunShellScript/stdout")!.Body!.Length);
    }

    [Fact]
    public async Task Parameters_are_told_in_plain_text_only_when_asked_for()
    {
        await using var fleet = await TwoNodes.StartAsync();
        await fleet.Command.JsonAsync("ssm", "put-parameter", "--name", "/shop/token", "--value", "s3cret", "--type", "SecureString");

        var closed = await fleet.Command.JsonAsync("ssm", "get-parameter", "--name", "/shop/token");
        var open = await fleet.Command.JsonAsync("ssm", "get-parameter", "--name", "/shop/token", "--with-decryption");
        var many = await fleet.Command.JsonAsync("ssm", "get-parameters", "--names", "/shop/token", "/shop/none");
        var below = await fleet.Command.JsonAsync("ssm", "get-parameters-by-path", "--path", "/shop", "--with-decryption");

        Assert.NotEqual("s3cret", closed["Parameter"]!["Value"]!.ToString());
        Assert.Equal("s3cret", open["Parameter"]!["Value"]!.ToString());
        Assert.Equal("/shop/none", Assert.Single(many["InvalidParameters"]!.AsArray())!.ToString());
        Assert.Equal("s3cret", below["Parameters"]![0]!["Value"]!.ToString());
        Assert.Contains("(ParameterNotFound)", await fleet.Command.FailureAsync("ssm", "get-parameter", "--name", "/none"), StringComparison.Ordinal);
        Assert.Contains("(ParameterAlreadyExists)", await fleet.Command.FailureAsync("ssm", "put-parameter", "--name", "/shop/token", "--value", "x", "--type", "String"), StringComparison.Ordinal);
    }
}
