using System.Text.Json;
using BlueGreenServerless.Cli.Hosting;
using BlueGreenServerless.Cli.Output;
using BlueGreenServerless.Cli.Running;
using BlueGreenServerless.Providers.HAProxy;
using BlueGreenServerless.Serialization;

namespace BlueGreenServerless.Cli.Demo;

/// <summary>The demo from nothing to nothing: sets a small world up, plays the story in it, takes it down again, whatever happens.</summary>
internal sealed class DemoRun(CommandOutput output, TimeProvider time)
{
    public async Task<DemoResult> RunAsync(CancellationToken cancellationToken)
    {
        var started = time.GetTimestamp();
        var shop = await DemoTools.CheckAsync(cancellationToken);
        using var files = new DemoFiles();
        await using var screen = DemoScreen.For(output, time);
        var ports = DemoPorts.Find([.. DemoConfiguration.Blue, .. DemoConfiguration.Green]);
        await using var sites = new DemoSites(shop, files, ports);
        await File.WriteAllTextAsync(files.Configuration, DemoConfiguration.Yaml(files, ports), cancellationToken);
        var plan = ReleaseRequests.Configuration(files.Configuration);

        screen.Begin("0/4  Two colours with two sites each, version 1 on blue, behind one load balancer");
        await sites.InstallFirstAsync(cancellationToken);
        var options = plan.Targets[0].Router.Options.Deserialize<HaproxyOptions>(ReleaseJson.Options)!;
        await using var balancer = await DemoBalancer.StartAsync(options, files, ports.Users, time, cancellationToken);
        await using var users = DemoUsers.Come(ports.Users, time);
        var firstTraffic = time.GetElapsedTime(started);
        screen.Watch(users);
        screen.Say($"Users come to http://127.0.0.1:{ports.Users}/ and do not stop: 200 requests per second, kept and new connections.");

        await using var machine = OneMachine.Open(new OneMachineOptions(new StateDirectory(files.State)) { Time = time });
        var story = new DemoStory(machine, plan, sites, users, screen, output);
        await story.PlayAsync(cancellationToken);
        return DemoResult.Of(await users.LeaveAsync(), story, firstTraffic, time.GetElapsedTime(started));
    }
}
