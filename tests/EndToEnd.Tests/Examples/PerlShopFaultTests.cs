using System.Net;
using BlueGreenServerless.Testing.Hosts;
using BlueGreenServerless.Testing.Sites;

namespace BlueGreenServerless.EndToEnd.Tests.Examples;

/// <summary>Each fault that an artifact can be built with does what bin/pack says, and nothing else.</summary>
public sealed class PerlShopFaultTests : IDisposable
{
    private readonly TemporaryDirectory _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Health_fails_only_the_health_check()
    {
        await using var shop = await PerlShop.StartAsync("3", _folder.Path, "health");
        await Answering.UntilAsync(shop.Port, "/");
        await Answering.UntilAsync(shop.Port, "/health", HttpStatusCode.ServiceUnavailable);
    }

    [Fact]
    public async Task Smoke_is_healthy_and_hides_its_version()
    {
        await using var shop = await PerlShop.StartAsync("3", _folder.Path, "smoke");
        using var client = Answering.Client(shop.Port);

        Assert.DoesNotContain("v3", await client.GetStringAsync("/"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Errors_begin_after_a_while_and_stay_a_share_and_the_health_check_stays_good()
    {
        await using var shop = await PerlShop.StartAsync("3", _folder.Path, "errors");
        using var client = Answering.Client(shop.Port);
        var statuses = new List<HttpStatusCode>();
        for (var i = 0; i < 120; i++)
        {
            statuses.Add((await client.GetAsync("/")).StatusCode);
        }

        Assert.All(statuses.Take(10), status => Assert.Equal(HttpStatusCode.OK, status));
        Assert.InRange(statuses.Count(status => status == HttpStatusCode.InternalServerError), 30, 39);
        await shop.RunAsync("verify");
    }

    [Fact]
    public async Task Crash_later_ends_the_server_and_its_workers()
    {
        await using var shop = await PerlShop.StartAsync("3", _folder.Path, "crash-later:2");
        using var client = Answering.Client(shop.Port);
        await client.GetStringAsync("/");
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(90));
        await Assert.ThrowsAsync<HttpRequestException>(async () =>
        {
            for (; ; await Task.Delay(TimeSpan.FromMilliseconds(50), TimeProvider.System, patience.Token))
            {
                await client.GetStringAsync("/", patience.Token);
            }
        });
    }

    [Fact]
    public async Task Hook_fails_on_install_and_says_so()
    {
        var shop = await PerlShop.InstallAsync("3", _folder.Path, "hook");

        Assert.Contains("install: broken on purpose", (await Assert.ThrowsAsync<InvalidOperationException>(() => shop.RunAsync("install"))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Hang_never_returns_from_start()
    {
        var shop = await PerlShop.InstallAsync("3", _folder.Path, "hang");
        await using var start = SiteProcess.Start(Path.Combine(shop.ReleaseFolder, "bin", "start"), []);

        // It gets as far as the hanging, which is a 'sleep' in the script's place, and no further.
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(90));
        while (!(await File.ReadAllTextAsync($"/proc/{start.Id}/cmdline", patience.Token)).StartsWith("sleep\0", StringComparison.Ordinal))
        {
            await Task.Delay(TimeSpan.FromMilliseconds(20), TimeProvider.System, patience.Token);
        }

        Assert.False(start.HasExited);
    }
}
