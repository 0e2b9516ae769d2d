using System.Text.Json.Nodes;
using BlueGreenServerless.Cli.Hosting;
using BlueGreenServerless.Cli.Provisioning;
using BlueGreenServerless.Cli.Running;
using BlueGreenServerless.Configuration;
using BlueGreenServerless.Provisioning.Tests.Harness;
using BlueGreenServerless.Providers.Registry;
using BlueGreenServerless.Testing.Hosts;
using BlueGreenServerless.Testing.Sites;

namespace BlueGreenServerless.Provisioning.Tests.DigitalOcean;

/// <summary>What the user writes, and what is written for the user.</summary>
public sealed class FileTests
{
    [Theory]
    [InlineData("each: 2", "each: 0", "environment.yaml:11:11: 'environments[0].each'")]
    [InlineData("green: env:green", "green: env:blue", "'blue' and 'green' are both the tag 'env:blue'")]
    [InlineData("size: s-2vcpu-4gb", "sise: s-2vcpu-4gb", "environment.yaml:14:7: unknown key 'sise'")]
    [InlineData("balancers: role:loadbalancer", "balancers: env:green", "'balancers' is 'env:green', the tag of a colour")]
    [InlineData("binds: [\"*:80\"]", "binds: [nowhere]", "'binds' is 'nowhere'")]
    [InlineData("provider: digitalocean-droplets", "provider: digitalocean-dropletts", "environment.yaml:2:15: no provider 'digitalocean-dropletts' serves 'environment'")]
    [InlineData("name: shop", "name: Shop", "environment.yaml:8:11: 'environments[0].name'")]
    public async Task Faults_are_told_with_their_place_and_nothing_is_asked_or_written(string from, string to, string message)
    {
        await using var stand = await DigitalOceanStand.OwnAsync();
        stand.Change(from, to);

        var end = await ProvisionRun.MakeAsync(stand);

        Assert.True(end.Code == 1 && stand.Cloud.Calls.IsEmpty, end.Said);
        Assert.Contains(message, end.Said, StringComparison.Ordinal);
        Assert.False(Directory.Exists(Path.Combine(stand.Folder, ".bluegreen")));
    }

    [Fact]
    public async Task The_examples_environment_has_the_target_of_the_examples_configuration()
    {
        using var folder = new TemporaryDirectory();
        var (registry, example) = (ProviderRegistry.Discover(), Repository.Path("examples", "perl-on-digitalocean"));
        var (environment, _) = Assert.Single(ProvisionWork.Read(Path.Combine(example, "environment.yaml"), () => new StateDirectory(folder.Path), TimeProvider.System));
        var target = new WrittenTarget(registry.All).Of(await environment.TargetAsync(CancellationToken.None));
        var head = (await File.ReadAllTextAsync(Path.Combine(example, "bluegreen.yaml"))).Split("targets:")[0];

        var made = Target(new ConfigurationReader(registry.All).Parse(head + YamlText.Of(new JsonObject { ["targets"] = new JsonArray(target) }), "made"));

        Assert.Equal(Target(new ConfigurationReader(registry.All).Read(Path.Combine(example, "bluegreen.yaml"))), made);

        static (string, string) Target(ConfigurationResult result) =>
            result.Configuration!.Targets[0] is var read ? (read.Router.Options.GetRawText(), read.Hosts.Options.GetRawText()) : default;
    }

    [Theory]
    [InlineData("The option '--color' goes with '--destroy'", "provision", "--color", "green")]
    [InlineData("'red'", "provision", "--destroy", "--color", "red")]
    public void A_command_line_that_cannot_be_meant_is_refused(string message, params string[] arguments) =>
        Assert.Contains(CommandLine.Root().Parse(arguments).Errors, error => error.Message.Contains(message, StringComparison.Ordinal));

    /// <summary>Two providers of one account would find each other's droplets by their names.</summary>
    [Fact]
    public async Task One_name_twice_is_refused_whichever_providers_have_it()
    {
        await using var stand = await DigitalOceanStand.OwnAsync();
        await using var other = await DigitalOceanStand.ManagedAsync();
        var text = await File.ReadAllTextAsync(stand.File);
        await File.WriteAllTextAsync(stand.File, text + (await File.ReadAllTextAsync(other.File)).Split("environments:\n")[1]);

        var end = await ProvisionRun.MakeAsync(stand);

        Assert.Contains("has the environment 'shop' twice.", end.Said, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task The_target_that_is_shown_is_one_for_the_configuration_file(bool managed)
    {
        await using var stand = managed ? await DigitalOceanStand.ManagedAsync() : await DigitalOceanStand.OwnAsync();
        var end = await ProvisionRun.MakeAsync(stand);
        var file = Path.Combine(stand.Folder, "bluegreen.yaml");
        var kind = managed ? "all-at-once" : "canary";
        await File.WriteAllTextAsync(file, $"app: shop\nstrategy: {{ kind: {kind} }}\ninstall: {{ directory: /srv/shop }}\nobserve: {{ probe: /health }}\ntargets:{end.Said.Split("targets:")[1]}");

        var read = new ConfigurationReader(ProviderRegistry.Discover().All).Read(file);

        Assert.Empty(read.Faults);
        Assert.DoesNotContain("socket", end.Said, StringComparison.Ordinal);
    }
}
