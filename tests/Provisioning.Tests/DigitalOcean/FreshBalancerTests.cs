using BlueGreenServerless.Clouds.Aws.Traffic;
using BlueGreenServerless.Provisioning.Tests.Harness;
using BlueGreenServerless.Testing.HAProxy;
using BlueGreenServerless.Testing.Hosts;
using BlueGreenServerless.Testing.Ssh;

namespace BlueGreenServerless.Provisioning.Tests.DigitalOcean;

/// <summary>Before <c>bluegreen setup</c> nobody has users, and that must be certain.</summary>
public sealed class FreshBalancerTests : IDisposable
{
    private readonly TemporaryDirectory lb = new();

    public void Dispose() => lb.Dispose();

    [Fact]
    public async Task A_balancer_without_configuration_and_socket_has_no_users()
    {
        await using var stand = await MadeAsync();
        await using var ssh = await ReachableAsync(stand);

        var end = await ProvisionRun.DestroyAsync(stand);

        Assert.True(end.Code == 0, end.Said);
        Assert.Equal(["stranger-1"], stand.Names);
    }

    [Fact]
    public async Task A_balancer_that_is_down_may_have_had_users_and_one_that_listens_nowhere_has_none()
    {
        await using var stand = await MadeAsync();
        await using var ssh = await ReachableAsync(stand);
        await File.WriteAllTextAsync(lb.Below("haproxy.cfg"), $"global\n    stats socket {lb.Below("admin.sock")} mode 600 level admin\ndefaults\n    timeout connect 1s\n    timeout client 1s\n    timeout server 1s\n");

        var down = await ProvisionRun.DestroyAsync(stand);
        Assert.Equal(1, down.Code);
        Assert.Contains("Which colour of 'shop' has users cannot be told: HAProxy cannot be reached", down.Said, StringComparison.Ordinal);

        await using var haproxy = await HaproxyProcess.StartAsync(lb.Below("haproxy.cfg"), lb.Below("admin.sock"), lb.Below("master.sock"));
        Assert.StartsWith("# pxname,", await AdminSocket.AskAsync(lb.Below("admin.sock"), "show stat -1 1 -1"), StringComparison.Ordinal);
        var idle = await ProvisionRun.DestroyAsync(stand);
        Assert.True(idle.Code == 0, idle.Said);
    }

    private async Task<DigitalOceanStand> MadeAsync()
    {
        var stand = await DigitalOceanStand.OwnAsync();
        stand.Change("binds: [\"*:80\"]", $"binds: [\"*:80\"], config: {lb.Below("haproxy.cfg")}, socket: {lb.Below("admin.sock")}, masterSocket: {lb.Below("master.sock")}");
        Assert.Equal(0, (await ProvisionRun.MakeAsync(stand)).Code);
        return stand;
    }

    /// <summary>As the operator makes it once: its host key is known.</summary>
    private static async Task<SshServer> ReachableAsync(DigitalOceanStand stand)
    {
        var ssh = await SshServer.StartAsync(stand.Cloud.Droplets.All.Single(droplet => droplet.Name == "shop-lb-1").Public!);
        stand.Change("balancersThrough: { provider: ssh, user: root }", $"balancersThrough: {{ provider: ssh, configFile: {ssh.ClientConfig} }}");
        return ssh;
    }
}
