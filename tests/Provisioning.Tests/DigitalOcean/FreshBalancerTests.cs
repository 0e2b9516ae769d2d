using BlueGreenServerless.Provisioning.Tests.Harness;
using BlueGreenServerless.Testing.Hosts;
using BlueGreenServerless.Testing.Ssh;

namespace BlueGreenServerless.Provisioning.Tests.DigitalOcean;

/// <summary>Before <c>bluegreen setup</c> nobody has users.</summary>
public sealed class FreshBalancerTests
{
    [Fact]
    public async Task An_environment_whose_balancer_was_never_set_up_can_be_taken_down()
    {
        using var lb = new TemporaryDirectory();
        await using var stand = await DigitalOceanStand.OwnAsync();
        stand.Change("binds: [\"*:80\"]", $"binds: [\"*:80\"], config: {lb.Below("haproxy.cfg")}, socket: {lb.Below("admin.sock")}, masterSocket: {lb.Below("master.sock")}");
        Assert.Equal(0, (await ProvisionRun.MakeAsync(stand)).Code);
        await using var ssh = await SshServer.StartAsync(stand.Cloud.Droplets.All.Single(droplet => droplet.Name == "shop-lb-1").Public!);
        stand.Change("balancersThrough: { provider: ssh, user: root }", $"balancersThrough: {{ provider: ssh, configFile: {ssh.ClientConfig} }}");

        var end = await ProvisionRun.DestroyAsync(stand);

        Assert.True(end.Code == 0, end.Said);
        Assert.Equal(["stranger-1"], stand.Names);
    }
}
