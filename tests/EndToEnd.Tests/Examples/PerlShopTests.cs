using System.Net;
using System.Net.Sockets;
using BlueGreenServerless.Testing.Hosts;
using BlueGreenServerless.Testing.Sites;

namespace BlueGreenServerless.EndToEnd.Tests.Examples;

public sealed class PerlShopTests : IDisposable
{
    private readonly TemporaryDirectory _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task It_shows_products_and_keeps_a_cart()
    {
        await using var shop = await PerlShop.StartAsync("2", _folder.Path);
        using var client = Answering.Client(shop.Port);
        using var page = await client.GetAsync("/");
        Assert.Contains("v2</footer>", await page.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal("2", page.Headers.GetValues("X-Version").Single());
        Assert.Contains("Pencil &amp; sharpener", await client.GetStringAsync("/product/5"), StringComparison.Ordinal);

        using var added = await client.PostAsync("/cart", new FormUrlEncodedContent([new("product", "2")]));
        Assert.Equal(HttpStatusCode.SeeOther, added.StatusCode);
        using var cart = new HttpRequestMessage(HttpMethod.Get, "/cart") { Headers = { { "Cookie", added.Headers.GetValues("Set-Cookie").Single().Split(';')[0] } } };
        Assert.Contains("Sum: 4.50 EUR", await (await client.SendAsync(cart)).Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/product/99", HttpStatusCode.NotFound)]
    [InlineData("/product/1'--", HttpStatusCode.NotFound)]
    [InlineData("/nothing", HttpStatusCode.NotFound)]
    public async Task It_refuses_what_is_not_there(string path, HttpStatusCode status)
    {
        await using var shop = await PerlShop.StartAsync("2", _folder.Path);
        using var client = Answering.Client(shop.Port);

        Assert.Equal(status, (await client.GetAsync(path)).StatusCode);
    }

    [Fact]
    public async Task It_is_not_healthy_without_its_database()
    {
        await using var shop = await PerlShop.StartAsync("2", _folder.Path);
        File.Delete(_folder.Below("shop.sqlite"));

        using var client = Answering.Client(shop.Port);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, (await client.GetAsync("/health")).StatusCode);
    }

    [Fact]
    public async Task SIGTERM_finishes_the_request_in_flight()
    {
        await using var shop = await PerlShop.StartAsync("2", _folder.Path);
        using var socket = new TcpClient();
        await socket.ConnectAsync(IPAddress.Loopback, shop.Port);
        using var stream = new StreamReader(socket.GetStream());
        await socket.GetStream().WriteAsync("POST /cart HTTP/1.1\r\nHost: shop\r\nExpect: 100-continue\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: 9\r\n\r\n"u8.ToArray());
        Assert.Equal("HTTP/1.1 100 Continue", await stream.ReadLineAsync());
        var stopped = shop.RunAsync("stop");
        await RefusedAsync(shop.Port);
        await socket.GetStream().WriteAsync("product=2"u8.ToArray());

        await stream.ReadLineAsync();
        Assert.Equal("HTTP/1.1 303 See Other", await stream.ReadLineAsync());
        await stopped;
    }

    [Fact]
    public async Task Start_and_stop_may_run_twice()
    {
        await using var shop = await PerlShop.StartAsync("2", _folder.Path);
        var process = shop.ProcessId;
        await shop.RunAsync("start");
        Assert.Equal(process, shop.ProcessId);
        await shop.RunAsync("verify");
        await shop.RunAsync("stop");
        await shop.RunAsync("stop");
        await Assert.ThrowsAsync<InvalidOperationException>(() => shop.RunAsync("verify"));
    }

    [Fact]
    public async Task Both_halves_of_the_migration_leave_a_shop_that_serves_and_may_run_twice()
    {
        await using var shop = await PerlShop.StartAsync("2", _folder.Path);
        using var client = Answering.Client(shop.Port);
        var expanded = await client.GetStringAsync("/");
        await shop.RunAsync("migrate", "expand");
        await shop.RunAsync("migrate", "contract");
        Assert.Equal(expanded, await client.GetStringAsync("/"));
        await shop.RunAsync("migrate", "contract");
        await shop.RunAsync("migrate", "expand");
        Assert.Equal(expanded, await client.GetStringAsync("/"));
    }

    [Fact]
    public async Task The_same_sources_make_the_same_artifact()
    {
        var first = await File.ReadAllBytesAsync(await PerlShop.PackAsync("2", _folder.Below("a")));
        var second = await File.ReadAllBytesAsync(await PerlShop.PackAsync("2", _folder.Below("b")));

        Assert.Equal(first, second);
        Assert.StartsWith(Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(first)), await File.ReadAllTextAsync(_folder.Below("a", "perl-shop-2.tar.gz.sha256")), StringComparison.Ordinal);
    }

    private static async Task RefusedAsync(int port)
    {
        for (var refused = false; !refused;)
        {
            using var socket = new TcpClient();
            refused = await socket.ConnectAsync(IPAddress.Loopback, port).ContinueWith(t => t.IsFaulted, TaskScheduler.Default);
        }
    }

    [Theory]
    [InlineData("../x", "none")]
    [InlineData("$(reboot)", "none")]
    [InlineData("2", "surprise")]
    public async Task Pack_refuses_versions_and_faults_that_it_does_not_know(string version, string fault) =>
        await Assert.ThrowsAsync<InvalidOperationException>(() => PerlShop.PackAsync(version, _folder.Below("a"), fault));
}
