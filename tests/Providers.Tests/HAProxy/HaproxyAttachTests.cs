using System.Net;
using System.Net.Sockets;
using BlueGreenServerless.Failures;
using BlueGreenServerless.Providers.HAProxy;
using BlueGreenServerless.Testing.HAProxy;
using BlueGreenServerless.Testing.Net;
using BlueGreenServerless.Traffic;

namespace BlueGreenServerless.Providers.Tests.HAProxy;

public sealed class HaproxyAttachTests
{
    [Fact]
    public async Task Attach_of_the_running_configuration_reloads_nothing()
    {
        await using var haproxy = await HaproxyFixture.StartAsync();
        var worker = await haproxy.WorkerAsync();
        await haproxy.Router.AttachAsync(Color.Green, CancellationToken.None);
        await haproxy.Router.AttachAsync(Color.Green, CancellationToken.None);
        Assert.Equal(worker, await haproxy.WorkerAsync());
    }

    [Fact]
    public async Task Attach_of_a_new_server_reloads_once_and_keeps_the_split()
    {
        await using var haproxy = await HaproxyFixture.StartAsync();
        await haproxy.Router.ShiftAsync(TrafficSplit.All(Color.Green), CancellationToken.None);
        await File.WriteAllTextAsync(haproxy.Map, "green_pct 0\n");
        var worker = await haproxy.WorkerAsync();
        await using var second = new TinySite("green");
        haproxy.Options = haproxy.Options with { Green = [.. haproxy.Options.Green, $"second@127.0.0.1:{second.Port}"] };
        await haproxy.Router.AttachAsync(Color.Green, CancellationToken.None);
        var reloaded = await haproxy.WorkerAsync();
        Assert.NotEqual(worker, reloaded);
        Assert.Equal(20, (await haproxy.CountAsync(20))["green"]);
        Assert.True(second.Served > 0);
        await haproxy.Router.AttachAsync(Color.Green, CancellationToken.None);
        Assert.Equal(reloaded, await haproxy.WorkerAsync());
    }

    [Fact]
    public async Task Attach_reloads_a_process_that_does_not_run_the_file()
    {
        await using var haproxy = await HaproxyFixture.StartAsync();
        var worker = await haproxy.WorkerAsync();
        haproxy.Options = haproxy.Options with { ServerMaxconn = 7 };
        // cut between replace and reload
        await HaproxyInstallation.WriteAsync(haproxy.Options, TimeProvider.System, CancellationToken.None);
        await haproxy.Router.AttachAsync(Color.Green, CancellationToken.None);
        Assert.NotEqual(worker, await haproxy.WorkerAsync());
    }

    [Fact]
    public async Task Attach_of_a_configuration_that_haproxy_rejects_changes_nothing()
    {
        await using var haproxy = await HaproxyFixture.StartAsync();
        var before = await File.ReadAllTextAsync(haproxy.Options.Config);
        var worker = await haproxy.WorkerAsync();
        haproxy.Options = haproxy.Options with { Green = ["no-such-host.invalid:80"] };
        var refused = await Assert.ThrowsAsync<ProviderRefusedException>(() => haproxy.Router.AttachAsync(Color.Green, CancellationToken.None));
        Assert.Contains("no-such-host.invalid", refused.Message, StringComparison.Ordinal);
        Assert.Equal(before, await File.ReadAllTextAsync(haproxy.Options.Config));
        Assert.Equal(worker, await haproxy.WorkerAsync());
    }

    [Fact]
    public async Task Attach_whose_reload_fails_puts_the_file_back_and_says_why()
    {
        await using var haproxy = await HaproxyFixture.StartAsync();
        using var taken = new TcpListener(IPAddress.Loopback, 0);
        taken.Start();
        var before = await File.ReadAllTextAsync(haproxy.Options.Config);
        var good = haproxy.Options;
        haproxy.Options = good with { Binds = [.. good.Binds, $"127.0.0.1:{((IPEndPoint)taken.LocalEndpoint).Port}"] };
        for (var time = 0; time < 2; time++)
        {
            var refused = await Assert.ThrowsAsync<ProviderRefusedException>(() => haproxy.Router.AttachAsync(Color.Green, CancellationToken.None));
            Assert.Contains("cannot bind socket", refused.Message, StringComparison.Ordinal);
            Assert.Equal(before, await File.ReadAllTextAsync(haproxy.Options.Config));
            Assert.Equal("blue", await haproxy.GetAsync());
        }

        haproxy.Options = good with { ServerMaxconn = 5 };
        await haproxy.Router.AttachAsync(Color.Green, CancellationToken.None);
        Assert.Equal("blue", await haproxy.GetAsync());
    }

    [Fact]
    public async Task Attach_without_a_master_is_unavailable_and_changes_nothing()
    {
        await using var haproxy = await HaproxyFixture.StartAsync();
        var before = await File.ReadAllTextAsync(haproxy.Options.Config);
        await haproxy.Process.KillAsync();
        haproxy.Options = haproxy.Options with { ServerMaxconn = 5 };
        await Assert.ThrowsAsync<ProviderUnavailableException>(() => haproxy.Router.AttachAsync(Color.Green, CancellationToken.None));
        Assert.Equal(before, await File.ReadAllTextAsync(haproxy.Options.Config));
        Assert.False(File.Exists(haproxy.Options.Config + ".next"));
    }

    [Fact]
    public async Task Attach_to_a_configuration_that_is_not_ours_checks_backend_and_map()
    {
        await using var haproxy = await HaproxyFixture.StartAsync();
        haproxy.Options = haproxy.Options with { Manage = HaproxyManage.MapOnly, Blue = [], Green = [], Binds = [] };
        await haproxy.Router.AttachAsync(Color.Green, CancellationToken.None);
        haproxy.Options = haproxy.Options with { Backends = new HaproxyBackends { Green = "be_other" } };
        var missing = await Assert.ThrowsAsync<ProviderRefusedException>(() => haproxy.Router.AttachAsync(Color.Green, CancellationToken.None));
        Assert.Contains("'be_other'", missing.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_configuration_that_we_did_not_write_is_taken_over_only_when_it_was_moved_away()
    {
        await using var haproxy = await HaproxyFixture.StartAsync();
        var theirs = $"""
            global
                stats socket unix@{haproxy.Options.Socket} mode 600 level admin
            defaults
                mode http
                timeout connect 1s
                timeout client 1s
                timeout server 1s
            listen all
                bind {haproxy.Options.Binds[0]}
                server one 127.0.0.1:{haproxy.Blue.Port}

            """;
        await File.WriteAllTextAsync(haproxy.Options.Config, theirs);
        await haproxy.ReloadAsync();
        Assert.Equal(100, (await haproxy.Router.DescribeAsync(CancellationToken.None)).Split.Blue);
        await Assert.ThrowsAsync<ProviderRefusedException>(() => haproxy.Router.ShiftAsync(TrafficSplit.All(Color.Green), CancellationToken.None));
        var foreign = await Assert.ThrowsAsync<ProviderRefusedException>(() => haproxy.Router.AttachAsync(Color.Green, CancellationToken.None));
        Assert.Contains("Move it away", foreign.Message, StringComparison.Ordinal);
        Assert.Equal(theirs, await File.ReadAllTextAsync(haproxy.Options.Config));
        File.Move(haproxy.Options.Config, haproxy.Options.Config + ".theirs");
        await haproxy.Router.AttachAsync(Color.Green, CancellationToken.None);
        await haproxy.Router.ShiftAsync(TrafficSplit.All(Color.Green), CancellationToken.None);
        Assert.Equal("green", await haproxy.GetAsync());
    }

    [Fact]
    public async Task Secret_of_the_environment_that_is_not_set_is_refused()
    {
        await using var haproxy = await HaproxyFixture.StartAsync();
        haproxy.Options = haproxy.Options with
        {
            Stats = new HaproxyStats { Bind = $"127.0.0.1:{FreePort.Next()}", Password = "env:BLUEGREEN_TEST_NO_SUCH_VARIABLE" },
        };
        await Assert.ThrowsAsync<InvalidRequestException>(() => haproxy.Router.AttachAsync(Color.Green, CancellationToken.None));
    }
}
