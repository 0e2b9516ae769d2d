using BlueGreenServerless.Clouds.DigitalOcean.Droplets;
using BlueGreenServerless.Failures;
using BlueGreenServerless.Ports;
using BlueGreenServerless.Providers.DigitalOcean.Hosts;
using BlueGreenServerless.Providers.Hosts;
using BlueGreenServerless.Providers.Tests.Local;
using BlueGreenServerless.Testing.Ssh;
using BlueGreenServerless.Traffic;
using BlueGreenServerless.Verdicts;

namespace BlueGreenServerless.Providers.Tests.DigitalOcean;

public sealed class DropletHostsTests : IAsyncLifetime
{
    private DigitalOceanWorld world = null!;
    private SshServer ssh = null!;
    private DropletDouble first = null!;
    private DropletDouble second = null!;
    private DropletDouble green = null!;

    private string Trace => Path.Combine(world.Folder, "trace");

    public async ValueTask InitializeAsync()
    {
        world = await DigitalOceanWorld.StartAsync();
        (first, second) = (world.Cloud.Droplets.Add("web-1", DigitalOceanWorld.Blue), world.Cloud.Droplets.Add("web-2", DigitalOceanWorld.Blue, "other"));
        green = world.Cloud.Droplets.Add("web-3", DigitalOceanWorld.Green);
        ssh = await SshServer.StartAsync(first.Public!, second.Public!, green.Public!);
    }

    [Fact]
    public async Task A_script_runs_on_every_droplet_of_the_colour_under_its_name()
    {
        var hosts = Hosts(("web-2", new HostSettings { Directory = "/srv/two" }), ("gone", new HostSettings { Directory = "/srv/gone" }));

        var run = await Commands.RunAsync(hosts, Commands.Command($"echo \"$BLUEGREEN_HOST $BLUEGREEN_COLOR ${{BLUEGREEN_DIRECTORY:-}} $SSH_CONNECTION\" >> {Trace}"));

        Assert.Equal((CommandVerdict.Succeeded, 2, 2), (run.Verdict, run.Total, run.Succeeded));
        var lines = File.ReadAllLines(Trace).Order(StringComparer.Ordinal).ToList();
        Assert.Matches($"^web-1 blue  .* {first.Public} [0-9]+$", lines[0]);
        Assert.Matches($"^web-2 blue /srv/two .* {second.Public} [0-9]+$", lines[1]);
        Assert.Equal((2, 1), (await hosts.CountAsync(Color.Blue, default), await hosts.CountAsync(Color.Green, default)));
        Assert.Empty(await hosts.UnreachableAsync(Color.Green, default));
    }

    [Fact]
    public async Task A_running_command_is_polled_without_a_call_and_is_not_disturbed_by_droplets_that_come_and_go()
    {
        var hosts = Hosts();
        var id = await hosts.StartAsync(Commands.Command($"until [ -e {Trace} ]; do sleep 0.05; done"), default);
        var calls = world.Calls("droplets:list");
        world.Cloud.Droplets.Untag(second, DigitalOceanWorld.Blue);
        Assert.Equal(CommandVerdict.Running, (await hosts.PollAsync(id, default)).Verdict);
        await File.WriteAllTextAsync(Trace, "");

        var run = await Commands.EndAsync(hosts, id);

        Assert.Equal((CommandVerdict.Succeeded, 2, calls), (run.Verdict, run.Succeeded, world.Calls("droplets:list")));
        Assert.Equal(1, await hosts.CountAsync(Color.Blue, default));
    }

    [Fact]
    public async Task A_droplet_that_is_off_is_named_before_anything_runs()
    {
        second.Status = "off";

        var refused = await Assert.ThrowsAsync<ProviderRefusedException>(() => Hosts().StartAsync(Commands.Command($"touch {Trace}"), default));

        Assert.Contains($"The droplet 'web-2' ({second.Id}) is 'off'. It must be 'active'.", refused.Message, StringComparison.Ordinal);
        Assert.Contains("'web-2'", Assert.Single(await Hosts().UnreachableAsync(Color.Blue, default)), StringComparison.Ordinal);
        Assert.False(File.Exists(Trace));
    }

    [Fact]
    public async Task A_droplet_with_both_tags_is_refused()
    {
        world.Cloud.Droplets.Tag(first, DigitalOceanWorld.Green);

        var refused = await Assert.ThrowsAsync<InvalidRequestException>(() => Hosts().StartAsync(Commands.Command(":"), default));

        Assert.Contains($"'{first.Id}' has both tags", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_droplet_without_the_address_is_told_and_the_other_address_can_be_chosen()
    {
        second.Public = null;

        var refused = await Assert.ThrowsAsync<ProviderRefusedException>(() => Hosts().StartAsync(Commands.Command(":"), default));

        Assert.Contains("has no public IPv4 address", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_unknown_command_is_unknown_and_cancelling_it_is_no_error()
    {
        Assert.Equal(CommandVerdict.Unknown, (await Hosts().PollAsync("never", default)).Verdict);
        await Hosts().CancelAsync("never", default);
    }

    [Theory]
    [InlineData("ssh", """{ "blue": ["1.2.3.4"] }""", "'through' has 'blue' of its own")]
    [InlineData("ssh", """{ "settings": { "web-1": {} } }""", "'through' has 'settings' of its own")]
    [InlineData("ssm", "{}", "takes no lists of addresses")]
    public void Only_a_provider_that_takes_addresses_can_be_gone_through(string provider, string options, string expected)
    {
        var refused = Assert.Throws<InvalidRequestException>(() => new DropletHosts(
            Options() with { Through = DigitalOceanWorld.Binding(provider, options) }, world.Account.Droplets, DigitalOceanWorld.Context()));

        Assert.Contains(expected, refused.Message, StringComparison.Ordinal);
    }

    public async ValueTask DisposeAsync()
    {
        await ssh.DisposeAsync();
        await world.DisposeAsync();
    }

    private DropletHosts Hosts(params (string Name, HostSettings Settings)[] settings) =>
        new(Options() with { Settings = settings.ToDictionary(pair => pair.Name, pair => pair.Settings) }, world.Account.Droplets, DigitalOceanWorld.Context());

    private DropletHostsOptions Options() => new()
    {
        Blue = DigitalOceanWorld.Blue, Green = DigitalOceanWorld.Green, Api = world.Api, Token = world.Token,
        Through = DigitalOceanWorld.Binding("ssh", $$"""{ "configFile": "{{ssh.ClientConfig}}", "settings": {}, "blue": [] }"""),
    };
}
