using BlueGreenServerless.Provisioning.Tests.Harness;
using BlueGreenServerless.Traffic;

namespace BlueGreenServerless.Provisioning.Tests.DigitalOcean;

/// <summary>The whole way: made, set up, released to, and what is idle taken down.</summary>
public sealed class ProvisionedSiteTests
{
    [Fact]
    public async Task What_was_made_is_set_up_and_released_to_with_the_target_that_was_shown_and_only_the_idle_colour_can_be_destroyed()
    {
        await using var site = await ProvisionedSite.StartAsync();

        var setup = await site.RunAsync("setup");
        Assert.True(setup.Code == 0, setup.Output + setup.Errors);
        await site.StartHaproxyAsync();
        var release = await site.RunAsync("release", site.Artifact());
        Assert.True(release.Code == 0, release.Output + release.Errors);
        Assert.Equal("shop-green-1", await site.AnswerAsync());

        var live = await ProvisionRun.DestroyAsync(site.Stand, Color.Green);
        Assert.True(live.Code == 3 && live.Said.Contains("The colour 'green' of 'shop' is live.", StringComparison.Ordinal), live.Said);
        Assert.Equal(3, (await ProvisionRun.DestroyAsync(site.Stand)).Code);
        var old = await ProvisionRun.DestroyAsync(site.Stand, Color.Blue, state: site.State);
        Assert.True(old.Code == 3 && old.Said.Contains("It is destroyed only after that.", StringComparison.Ordinal), old.Said);
        // for one who does not know of the release
        var idle = await ProvisionRun.DestroyAsync(site.Stand, Color.Blue);
        Assert.True(idle.Code == 0, idle.Said);
        Assert.Equal(["shop-green-1", "shop-lb-1"], site.Stand.Names);
        Assert.Equal("shop-green-1", await site.AnswerAsync());
    }
}
