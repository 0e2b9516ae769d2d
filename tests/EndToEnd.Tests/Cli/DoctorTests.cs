using BlueGreenServerless.Testing.Cli;
using BlueGreenServerless.Testing.Hosts;
using BlueGreenServerless.Testing.Net;

namespace BlueGreenServerless.EndToEnd.Tests.Cli;

public sealed class DoctorTests
{
    [Fact]
    public async Task On_one_machine_everything_is_fine_when_load_balancer_and_hosts_are_there()
    {
        await using var site = await ReleaseSite.StartAsync();

        var end = await site.RunAsync("doctor");

        Assert.True(end.Code == 0, end.Output + end.Errors);
        Assert.Contains("the traffic is blue 100 % / green 0 %; green is idle", end.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_load_balancer_that_does_not_run_and_hosts_that_do_not_answer_are_told_at_once()
    {
        using var folder = new TemporaryDirectory();
        var closed = FreePort.Next();
        await File.WriteAllTextAsync(folder.Below("bluegreen.yaml"), $$"""
            app: shop
            install: { directory: /srv/shop }
            targets:
              - name: web
                router: { provider: haproxy, binds: ["127.0.0.1:{{closed}}"], blue: ["127.0.0.1:1"], green: ["127.0.0.1:2"], socket: {{folder.Path}}/admin.sock, config: {{folder.Path}}/haproxy.cfg }
                hosts: { provider: ssh, blue: ["deploy@127.0.0.1:{{closed}}"], green: ["green=deploy@127.0.0.1:{{closed}}"], configFile: /dev/null }

            """);

        var end = await Bluegreen.RunAsync(folder.Path, "doctor");

        Assert.Equal(1, end.Code);
        Assert.Contains("web router", end.Output, StringComparison.Ordinal);
        Assert.Contains("admin.sock", end.Output, StringComparison.Ordinal);
        Assert.Contains("A host of green cannot be worked on", end.Output, StringComparison.Ordinal);
        Assert.Contains("thing(s) to put right", end.Output, StringComparison.Ordinal);
    }
}
