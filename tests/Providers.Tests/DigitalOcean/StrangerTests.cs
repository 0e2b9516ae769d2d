using BlueGreenServerless.Clouds.DigitalOcean;
using BlueGreenServerless.Testing.Sites;

namespace BlueGreenServerless.Providers.Tests.DigitalOcean;

/// <summary>Debian's python3-digitalocean drives the double: what it does not understand, DigitalOcean would not have said.</summary>
public sealed class StrangerTests
{
    private const string Script = """
        import os, sys, time
        import digitalocean
        from digitalocean.baseapi import BaseAPI, DataReadError, NotFoundError
        url, token = sys.argv[1], os.environ["TOKEN"]
        os.environ["DIGITALOCEAN_END_POINT"] = url
        manager = digitalocean.Manager(token=token)
        say = lambda *words: print(*words, flush=True)

        say("by tag", sorted(d.name for d in manager.get_all_droplets(tag_name="env:blue")))
        say("all", len(manager.get_all_droplets()))
        say("sizes", [(size.slug, size.price_monthly) for size in manager.get_all_sizes() if "nyc3" in size.regions])

        droplet = digitalocean.Droplet(token=token, name="made-1", region="nyc3", image="debian-12-x64", size_slug="s-1vcpu-1gb", tags=["env:green"])
        droplet.create()
        say("created", droplet.id > 0, [a.type for a in droplet.get_actions()])
        while droplet.load().status != "active":
            time.sleep(0.02)
        say("active", droplet.ip_address, droplet.private_ip_address, droplet.tags)
        action = digitalocean.Action.get_object(token, droplet.power_off()["action"]["id"])
        action.wait(update_every_seconds=0.05)
        say("off", droplet.load().status, action.load_directly() or action.status)

        tag = digitalocean.Tag(token=token, name="Extra")
        tag.create()
        tag.add_droplets([str(droplet.id)])
        say("tagged", droplet.load().tags, digitalocean.Tag.get_object(token, "Extra").resources["droplets"]["count"])
        tag.remove_droplets([str(droplet.id)])
        say("untagged", droplet.load().tags)

        balancer = digitalocean.LoadBalancer(token=token, name="lb", region="nyc3", tag="env:blue", forwarding_rules=[
            digitalocean.ForwardingRule(entry_protocol="http", entry_port=80, target_protocol="http", target_port=8080)])
        balancer.create()
        again = digitalocean.LoadBalancer.get_object(token, balancer.id)
        say("balancer", again.tag, len(again.droplet_ids), again.health_check.path, again.region["slug"], again.status)
        again.tag = "env:green"
        again.vpc_uuid = getattr(again, "vpc_uuid", None)
        again.save()
        say("moved", digitalocean.LoadBalancer.get_object(token, balancer.id).tag)
        try:
            again.save()
        except DataReadError as busy:
            say("busy", busy)
        droplet.destroy()
        try:
            digitalocean.Droplet.get_object(token, droplet.id)
        except NotFoundError:
            say("gone")
        try:
            digitalocean.Manager(token="wrong").get_all_droplets()
        except DataReadError as wrong:
            say("wrong", wrong)
        """;

    [Fact]
    public async Task Another_client_understands_the_double()
    {
        await using var cloud = await DigitalOceanDouble.StartAsync(new DigitalOceanDoubleOptions { PageSize = 2, Busy = TimeSpan.FromMinutes(1) });
        for (var number = 1; number <= 5; number++)
        {
            cloud.Droplets.Add($"web-{number}", "env:blue");
        }

        var said = await SiteProcess.RunAsync("/usr/bin/python3", ["-c", Script, $"{cloud.Url.AbsoluteUri.TrimEnd('/')}/v2/"], new Dictionary<string, string>(StringComparer.Ordinal) { ["TOKEN"] = cloud.Options.Tokens[0] });

        Assert.Equal(
            [
                "by tag ['web-1', 'web-2', 'web-3', 'web-4', 'web-5']", "all 5",
                "sizes [('s-1vcpu-512mb-10gb', 4.0), ('s-1vcpu-1gb', 6.0), ('s-1vcpu-2gb', 12.0), ('s-2vcpu-2gb', 18.0), ('s-2vcpu-4gb', 24.0)]", "created True ['create']", "active 127.0.10.6 127.0.110.6 ['env:green']", "off off completed",
                "tagged ['env:green', 'Extra'] 1", "untagged ['env:green']", "balancer env:blue 5 / nyc3 active", "moved env:green",
                "busy Load Balancer can't be updated while it processes previous actions", "gone", "wrong Unable to authenticate you",
            ],
            said.Split('\n', StringSplitOptions.RemoveEmptyEntries));
        Assert.Equal(5, cloud.Droplets.All.Count);
    }
}
